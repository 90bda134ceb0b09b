using System.Collections.Immutable;
using System.CommandLine;
using EdgeInfra.Engine.Builtin;
using EdgeInfra.Engine.Commands;
using EdgeInfra.Engine.Execution;
using EdgeInfra.Engine.Plugins;
using EdgeInfra.Engine.Programs;
using EdgeInfra.Engine.Workspace;
using EdgeInfra.Engine.Yaml;

var time = TimeProvider.System;
var isTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb"
    && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
var configuration = Environment.GetEnvironmentVariable("EDGEINFRA_CONFIGURATION") is { Length: > 0 } set ? set : "Debug";

using var killed = new CancellationTokenSource();

var tools = new DeploymentTools
{
    Time = time,
    IsTerminal = isTerminal,
    Ask = Console.IsInputRedirected || Console.IsOutputRedirected ? null : Console.ReadLine,
    Program = (workspace, output) => workspace.Project.Runtime switch
    {
        "yaml" => new YamlProgram(),
        "dotnet" => new DotnetProgram(
            workspace.Project.RuntimeOptions, new DotnetBuild(workspace.CacheDirectory, configuration, output, time), output,
            time),
        "nodejs" => new NodeProgram(workspace.Project.RuntimeOptions, workspace.EntryPoint, output, time),
        var other => throw new WorkspaceException(
            $"Pulumi.yaml: runtime '{other}' is not supported; there are dotnet, nodejs and yaml"),
    },
    Deployment = (workspace, options, store, report) => new Deployment(
        options,
        new PluginSource(workspace.RootDirectory, workspace.Project.Plugins, new Dictionary<string, Func<IProvider>>
        {
            ["command"] = () => new CommandProvider(workspace.ProgramDirectory, Progress(report), time, Random.Shared, killed.Token),
        }, time),
        store, report, time),
};

var common = new CommonOptions(Surroundings.OfThisProcess());
var root = new RootCommand("Edge delivery as code: previews and applies stack programs, with nothing installed but .NET.")
{
    PreviewCommand.Create(common, tools),
    UpCommand.Create(common, tools),
    RefreshCommand.Create(common, tools),
    DestroyCommand.Create(common, tools),
    StackCommands.Create(common),
    ConfigCommands.Create(common),
    ImportCommands.Create(common, target => new PluginSource(
        target.Directory, target.Project?.Plugins ?? ImmutableSortedDictionary<string, string>.Empty, new Dictionary<string, Func<IProvider>>(), time)),
};
common.AddTo(root);

using var interrupts = new Interrupts(Console.Error.WriteLine, () =>
{
    killed.Cancel();
    Console.Write(isTerminal ? "\e[?25h" : ""); // a live tree hides the cursor
    Environment.Exit(Guarded.Cancelled);
});
var line = root.Parse(args);
return WrongUsage.Report(line, Console.Error)
    ?? await line.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }, interrupts.Gentle);

static Action<string, string> Progress(Action<EngineEvent> report) =>
    (urn, line) => report(new EngineEvent.Diagnostic(urn, Severity.Info, line, Ephemeral: true));
