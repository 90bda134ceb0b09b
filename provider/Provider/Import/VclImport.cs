using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Import;

/// <summary>From the backends and probes of a VCL file to a program.</summary>
internal static class VclImport
{
    public static Imported Read(ImportRequest request)
    {
        var declared = VclDeclarations.Read(request.Text);
        var problems = declared.Problems.Select(ImportProblems.InText).ToList();
        if (declared.Backends.Count == 0 && problems.All(problem => problem.Severity != Severity.Error))
        {
            problems.Add(ImportProblems.NothingDeclared());
        }

        if (problems.Any(problem => problem.Severity == Severity.Error))
        {
            return Imported.Failed(request.Name, problems);
        }

        var version = new ServiceVersion { Backends = declared.Backends, Healthchecks = declared.Healthchecks };
        var origin = $"The backends and probes of {request.Name}.";
        var name = Path.GetFileNameWithoutExtension(request.Name);
        var (plan, said) = request.Part
            ? VersionPlan.Declarations(origin, version)
            : VersionPlan.Whole(origin, version, new Service { Name = name }, "", live: false);
        return new(plan, name, [.. problems, .. said]);
    }
}
