using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using EdgeInfra.Engine.Plugins;
using EdgeInfra.Engine.Workspace;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Commands;

/// <summary>One import: asks the provider for the program, writes it, and says what to do with it.</summary>
/// <param name="flags">What may be given.</param>
/// <param name="line">What was given.</param>
/// <param name="target">Where it goes.</param>
/// <param name="source">What is imported, as failures call it.</param>
/// <param name="plugins">Finds the provider.</param>
internal sealed class ImportRun(
    ImportFlags flags, ParseResult line, ImportTarget target, string source, Func<ImportTarget, IPluginSource> plugins)
{
    private const string Package = "edgeinfra";
    private const string Function = $"{Package}:index:importProgram";

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="settings">The provider's configuration; null when it needs none.</param>
    /// <param name="args">What is to be imported.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<int> Write(PropertyMap? settings, PropertyMap args, CancellationToken cancel)
    {
        var asked = args.With("language", target.Language).With("directory", target.Directory).With("part", target.Project is not null);
        var answer = await Ask(settings, asked, cancel);
        if (answer.Failures.Count > 0)
        {
            return Refused([.. answer.Failures.Select(failure => $"{source}: {failure.Reason}")]);
        }

        var program = ValueCodec.FromStruct(answer.Return);
        var files = program["files"] is V.Map map ? map.Items.ToDictionary(file => file.Key, file => Text(file.Value)) : [];
        var written = target.Write(files, line.GetValue(flags.Force));
        Tell(written, Text(program["fragment"]), Texts(program["warnings"]), Texts(program["next"]));
        return 0;
    }

    private async Task<InvokeResponse> Ask(PropertyMap? settings, PropertyMap args, CancellationToken cancel)
    {
        try
        {
            await using var provider = await plugins(target).Start(Package, "", "", cancel);
            if (settings is not null)
            {
                await provider.Configure(new ConfigureRequest { Args = ValueCodec.ToStruct(settings), AcceptSecrets = true }, cancel);
            }

            return await provider.Invoke(new InvokeRequest { Tok = Function, Args = ValueCodec.ToStruct(args) }, cancel);
        }
        catch (Exception failure) when (failure is RpcException or PluginNotFoundException)
        {
            throw new WorkspaceException(failure.Message);
        }
    }

    private int Refused(string[] errors)
    {
        if (line.GetValue(flags.Json))
        {
            line.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(new { errors }, Readable));
        }
        else
        {
            Array.ForEach(errors, error => line.InvocationConfiguration.Error.WriteLine($"error: {error}"));
        }

        return Guarded.Failed;
    }

    private void Tell(IReadOnlyList<string> files, string fragment, string[] warnings, string[] next)
    {
        var (output, notes) = (line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
        if (line.GetValue(flags.Json))
        {
            output.WriteLine(JsonSerializer.Serialize(new { files, fragment, warnings, next }, Readable));
            return;
        }

        Array.ForEach(warnings, warning => notes.WriteLine($"warning: {source}: {warning}"));
        foreach (var file in files)
        {
            output.WriteLine($"written: {file}");
        }

        output.Write(fragment);
        notes.WriteLine($"next, in {target.Directory}:");
        Array.ForEach(next, step => notes.WriteLine($"  {step}"));
    }

    private static string Text(V value) => (value.Bare() as V.Text)?.Value ?? "";

    private static string[] Texts(V value) => value.Bare() is V.List list ? [.. list.Items.Select(Text)] : [];
}
