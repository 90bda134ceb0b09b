namespace EdgeInfra.Plugin.Import;

/// <summary>Writes what was imported in the language that is wanted. Touches no file itself.</summary>
internal static class ProgramWriter
{
    public static WrittenProgram Write(ImportRequest request, Imported imported, Checkout? checkout)
    {
        var plan = imported.Plan ?? throw new InvalidOperationException("there is nothing to write");
        return request.Part ? Part(request, imported, plan) : Whole(request, imported, plan, checkout);
    }

    private static WrittenProgram Whole(ImportRequest request, Imported imported, StackPlan plan, Checkout? checkout)
    {
        var name = ProjectFiles.NameFor(imported.Name);
        (string, string)[] endpoint = imported.Endpoint is { } from ? [("edgeinfra:endpoint", from.AbsoluteUri.TrimEnd('/'))] : [];
        var config = YamlProgram.Config(plan, endpoint);
        var isYaml = request.Language == "yaml";
        var project = ProjectFiles.PulumiYaml(name, plan.Origin, isYaml ? "yaml" : "dotnet", config, checkout, request.Directory);
        var files = isYaml
            ? new Dictionary<string, string>
            {
                ["Pulumi.yaml"] = $"{project}\n{YamlProgram.Resources(plan)}{YamlProgram.Outputs(plan)}",
            }
            : new Dictionary<string, string>
            {
                ["Pulumi.yaml"] = project,
                ["Program.cs"] = CSharpProgram.Whole(plan),
                [ProjectFiles.CSharpProjectFor(name)] = ProjectFiles.CSharpProject(checkout, request.Directory),
            };
        return new(files, "", [.. Key(), "look at what it would do: edgeinfra preview"]);
    }

    private static WrittenProgram Part(ImportRequest request, Imported imported, StackPlan plan)
    {
        if (request.Language == "yaml")
        {
            var members = plan.HasService ? [] : plan.Resources.Where(resource => resource.Type == nameof(Model.Backend))
                .Select(resource => $"\"${{{resource.Variable}.definition}}\"");
            return new(new Dictionary<string, string>(), YamlProgram.Config(plan) + YamlProgram.Resources(plan), plan.HasService
                ? ["add this to the program's Pulumi.yaml"]
                : ["add this to the program's Pulumi.yaml", $"list in the ServiceVersion: backends: [{string.Join(", ", members)}]"]);
        }

        var name = "Imported" + Names.Pascal(imported.Name);
        return new(new Dictionary<string, string> { [$"{name}.cs"] = CSharpProgram.Part(plan, name) }, "", [
            plan.HasService
                ? $"call it in the program: {name}.Declare();"
                : $"list it in the program's version: new ServiceVersionArgs {{ … }}.With({name}.Declare())",
            .. plan.Settings.Length == 0 ? [] : new[] { $"declare in Pulumi.yaml what it is configured with:\n{YamlProgram.Config(plan)}".TrimEnd() },
        ]);
    }

    private static IEnumerable<string> Key() =>
        [$"set the key to the control API: edgeinfra config set edgeinfra:apiKey --secret (or {Config.Settings.ApiKeyVariable} in the environment)"];
}
