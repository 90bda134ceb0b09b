using System.Collections.Immutable;
using System.CommandLine;
using EdgeInfra.Engine.Display;
using EdgeInfra.Engine.Execution;
using EdgeInfra.Engine.Programs;
using EdgeInfra.Engine.State;
using EdgeInfra.Engine.Workspace;
using EdgeInfra.Engine.Yaml;
using EdgeInfra.Protocol;
using Spectre.Console;

namespace EdgeInfra.Engine.Commands;

/// <summary>One command's work on one stack: the stack as it was when the command began, and every run that the command makes.</summary>
internal sealed class Session
{
    private readonly DeploymentTools _tools;
    private readonly DeploymentFlags _flags;
    private readonly ParseResult _line;
    private readonly Workspace.Workspace _workspace;
    private readonly Stack _stack;
    private readonly ImmutableSortedDictionary<string, string> _config;
    private readonly Lazy<IProgram> _program;
    private volatile Action<EngineEvent> _report = _ => { };

    /// <param name="runsProgram">Required configuration has to be there.</param>
    public Session(DeploymentTools tools, DeploymentFlags flags, ParseResult line, Workspace.Workspace workspace, Stack stack, bool runsProgram)
    {
        (_tools, _flags, _line, _workspace, _stack) = (tools, flags, line, workspace, stack);
        _config = runsProgram ? stack.Config.Values : stack.Config.Entries();
        Scrubber = new Scrubber(stack.Config.SecretKeys.Where(_config.ContainsKey).SelectMany(key => Texts(_config[key])));
        var json = line.GetValue(flags.Json);
        Screen = tools.Screen(line.InvocationConfiguration.Output, line.InvocationConfiguration.Error, plain: json);
        _program = new Lazy<IProgram>(() => tools.Program(workspace, new ProgramOutput(Print, Print, text => Say(text, ephemeral: true))));
    }

    public Screen Screen { get; }

    public Scrubber Scrubber { get; }

    public string StackName => _stack.Name;

    public Snapshot Start { get; private set; } = Snapshot.Empty;

    /// <summary>The configuration as it may be shown.</summary>
    public ImmutableSortedDictionary<string, string> ShownConfig =>
        _config.ToImmutableSortedDictionary(entry => entry.Key, entry => _stack.Config.SecretKeys.Contains(entry.Key) ? Scrubber.Mark : entry.Value);

    /// <summary>Reads the state; to be called once the lock is held, where one is needed.</summary>
    public async Task Load() => Start = await _stack.Load();

    /// <summary>One run of the engine, shown while it goes on.</summary>
    public async Task<(DeploymentResult Result, RunRecord Record)> Run(
        bool dryRun, Func<IDeployment, Func<IProgram>, Task<DeploymentResult>> operation)
    {
        var record = new RunRecord(Scrubber.Clean);
        await using var view = View(record, dryRun);
        _report = happened => view.Show(record.Add(happened));
        var deployment = _tools.Deployment(_workspace, Options(dryRun), dryRun ? null : _stack, happened => _report(happened));
        var result = await operation(deployment, () => _program.Value);
        _report = _ => { };
        if (record.Summary is null)
        {
            record.Add(new EngineEvent.Summary(result.Succeeded, result.Changes, result.Duration));
        }

        return (result, record);
    }

    /// <summary>Keeps the run in the stack's history.</summary>
    public Task Record(string kind, DateTimeOffset started, DeploymentResult result) => _stack.Record(
        new UpdateRecord(kind, started, _tools.Time.GetUtcNow(), result.Succeeded, result.Changes, _line.GetValue(_flags.Message) ?? ""));

    private IProgressView View(RunRecord record, bool dryRun) =>
        _line.GetValue(_flags.Json) ? new NoProgress(Screen)
        : Screen.IsTerminal ? new LiveProgress(record, Screen, AnsiConsole.Console, dryRun, _tools.Time)
        : new PlainProgress(Screen, quietSteps: dryRun);

    private DeploymentOptions Options(bool dryRun)
    {
        var options = new DeploymentOptions
        {
            Project = _workspace.Project.Name,
            Stack = _stack.Name,
            RootDirectory = _workspace.RootDirectory,
            ProgramDirectory = _workspace.ProgramDirectory,
            DryRun = dryRun,
            ContinueOnError = dryRun || _line.GetValue(_flags.ContinueOnError), // a preview finds every failure
            Refresh = _line.GetValue(_flags.Refresh),
            Targets = [.. (_line.GetValue(_flags.Targets) ?? []).Select(Target)],
            Config = _config,
            ConfigSecretKeys = _stack.Config.SecretKeys,
        };
        return _line.GetValue(_flags.Parallel) is { } parallel ? options with { Parallel = parallel } : options;
    }

    private string Target(string given)
    {
        if (given.StartsWith("urn:", StringComparison.Ordinal))
        {
            return given;
        }

        var named = Start.Resources.Where(resource => Urn.Name(resource.Urn) == given).Select(resource => resource.Urn).Distinct().ToArray();
        return named switch
        {
            [var only] => only,
            [] => throw new WorkspaceException(
                $"--target {given}: the stack '{_stack.Name}' has no resource of that name. A new resource is named by its URN."
                + Spelling.DidYouMean(given, Start.Resources.Select(resource => Urn.Name(resource.Urn)))),
            _ => throw new WorkspaceException(
                $"--target {given}: several resources have that name; give one of their URNs:\n  {string.Join("\n  ", named)}"),
        };
    }

    private void Print(string text) => Say(text, ephemeral: false);

    private void Say(string text, bool ephemeral) => _report(new EngineEvent.Diagnostic("", Severity.Info, text, ephemeral));

    // A secret object is known to programs by its parts.
    private static IEnumerable<string> Texts(string value)
    {
        try
        {
            return Texts(JsonText.Parse(value)).Append(value);
        }
        catch (FormatException)
        {
            return [value];
        }
    }

    private static IEnumerable<string> Texts(PropertyValue value) => value switch
    {
        PropertyValue.Text text => [text.Value],
        PropertyValue.List list => list.Items.SelectMany(Texts),
        PropertyValue.Map map => map.Items.Values.SelectMany(Texts),
        _ => [],
    };
}
