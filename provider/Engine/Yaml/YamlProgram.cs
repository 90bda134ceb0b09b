using EdgeInfra.Engine.Programs;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;

namespace EdgeInfra.Engine.Yaml;

/// <summary>A program in Pulumi's YAML: <c>Main.yaml</c>, or what <c>Pulumi.yaml</c> holds beside the project.</summary>
/// <remarks>When anything is wrong with it as written, all of that is reported and nothing registered.</remarks>
internal sealed class YamlProgram : IProgram
{
    private static readonly string[] FileNames = ["Main.yaml", "Main.yml", "Pulumi.yaml", "Pulumi.yml"];

    public async Task<ProgramExit> Run(ProgramContext context, CancellationToken cancel)
    {
        if (FileNames.Select(name => Path.Combine(context.ProgramDirectory, name)).FirstOrDefault(File.Exists) is not { } path)
        {
            return new ProgramExit(false, $"no program: expected Main.yaml or Pulumi.yaml in {context.ProgramDirectory}");
        }

        var problems = new YamlProblems(Path.GetRelativePath(context.RootDirectory, path));
        var template = new TemplateReader(problems).Read(await File.ReadAllTextAsync(path, cancel).ConfigureAwait(false));
        var config = new ConfigReader(context, problems);
        new NameCheck(template, [.. config.UndeclaredNames], problems).Run();
        var values = config.Read(template.Config);
        if (problems.Any)
        {
            return new ProgramExit(false, problems.ToString());
        }

        using var monitor = new RpcChannel(context.MonitorAddress);
        var run = new YamlRun(template, values, context, new MonitorCalls(monitor, context, cancel), problems);
        var succeeded = await run.Run().ConfigureAwait(false);
        if (succeeded)
        {
            await SignalEnd(monitor, cancel).ConfigureAwait(false);
        }

        return succeeded ? ProgramExit.Ok : new ProgramExit(false, problems.Any ? problems.ToString() : null);
    }

    private static async Task SignalEnd(RpcChannel monitor, CancellationToken cancel)
    {
        try
        {
            await monitor.Call(MonitorMethods.SignalAndWaitForShutdown, new Empty(), cancel).ConfigureAwait(false);
        }
        catch (RpcException older) when (older.Status is RpcStatus.Unimplemented or RpcStatus.Unavailable)
        {
            // An engine without this call, or one that is gone already, needs no signal.
        }
    }
}
