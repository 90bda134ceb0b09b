namespace EdgeInfra.Model;

/// <summary>
/// The backends and probes that VCL text declares. An inline probe becomes a healthcheck named after its backend; the
/// prefix <c>F_</c> is taken off, because generated VCL puts it on.
/// </summary>
public sealed record VclDeclarations(
    ValueList<Backend> Backends, ValueList<Healthcheck> Healthchecks, ValueList<DeclarationProblem> Problems)
{
    /// <summary>Reads whole files, too: what is neither a backend nor a probe is passed over.</summary>
    /// <param name="text">VCL in Fastly's dialect.</param>
    /// <param name="serviceId">The service it is from: its id is the share_key every backend has by itself.</param>
    public static VclDeclarations Read(string text, string serviceId = "")
    {
        var problems = new List<DeclarationProblem>();
        var declared = DeclarationReader.Read(text, problems);
        var probes = new ProbeDeclarations(declared, problems);
        var backends = declared.Where(one => one.IsBackend)
            .Select(one => BackendDeclaration.Read(one, probes, serviceId, problems)).OfType<Backend>().ToValueList();
        return new(backends, probes.Used, problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column).ToValueList());
    }
}
