using System.CommandLine;
using EdgeInfra.Engine.Plugins;
using EdgeInfra.Engine.Workspace;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Commands;

/// <summary><c>import</c>: a stack program from what exists already. What it says is up to the provider that reads it.</summary>
internal static class ImportCommands
{
    private const string EndpointName = "endpoint";
    private const string ApiKeyName = "apiKey";

    /// <param name="common">Of the command line.</param>
    /// <param name="plugins">Finds providers as a project does that lies in a folder.</param>
    public static Command Create(CommonOptions common, Func<ImportTarget, IPluginSource> plugins) =>
        new("import", "Write a stack program that declares what exists already.") { OfVcl(common, plugins), OfService(common, plugins) };

    private static Command OfVcl(CommonOptions common, Func<ImportTarget, IPluginSource> plugins)
    {
        var file = new Argument<string>("file") { Description = "The VCL: its backends and probes are declared, the rest is passed over." };
        var flags = new ImportFlags();
        return new Command("vcl", "Declare the backends and probes of a VCL file.")
        {
            file, flags.Language, flags.Out, flags.Force, flags.Json,
        }.Answers(async (line, cancel) =>
        {
            var name = line.GetRequiredValue(file);
            var text = await File.ReadAllTextAsync(Path.GetFullPath(name, common.Directory(line)), cancel);
            var run = new ImportRun(flags, line, ImportTarget.Open(flags, line, common.Directory(line)), Path.GetFileName(name), plugins);
            return await run.Write(null, PropertyMap.Of(("kind", "vcl"), ("text", text), ("name", Path.GetFileName(name))), cancel);
        });
    }

    private static Command OfService(CommonOptions common, Func<ImportTarget, IPluginSource> plugins)
    {
        var id = new Argument<string>("id") { Description = "Id of the service." };
        var endpoint = new Option<string?>("--endpoint")
        {
            Description = "The control API; without it EDGEINFRA_ENDPOINT, then the bundled edge's own address.",
            HelpName = "URL",
        };
        var key = new Option<string?>("--api-key-from")
        {
            Description = "The environment variable that holds the key; without it EDGEINFRA_API_KEY.",
            HelpName = "VARIABLE",
        };
        var flags = new ImportFlags();
        return new Command("service", "Declare a live service: the next 'up' takes it over as it is.")
        {
            id, endpoint, key, flags.Language, flags.Out, flags.Force, flags.Json,
        }.Answers(async (line, cancel) =>
        {
            var settings = PropertyMap.From(new[]
            {
                KeyValuePair.Create(EndpointName, line.GetValue(endpoint)), KeyValuePair.Create(ApiKeyName, Variable(line.GetValue(key))),
            }.Where(setting => setting.Value is not null).Select(setting => KeyValuePair.Create(setting.Key, Value(setting.Key, setting.Value!))));
            var service = line.GetRequiredValue(id);
            var run = new ImportRun(flags, line, ImportTarget.Open(flags, line, common.Directory(line)), service, plugins);
            return await run.Write(settings, PropertyMap.Of(("kind", "service"), ("id", service)), cancel);
        });
    }

    private static PropertyValue Value(string name, string text) => name == ApiKeyName ? new PropertyValue.Secret(text) : text;

    private static string? Variable(string? name) => name is null ? null
        : Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value
        : throw new WorkspaceException($"--api-key-from {name}: the environment has no such variable, or it is empty");
}
