using EdgeInfra.Engine.Execution;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;

namespace Unit.Engine.Execution;

/// <summary>A stack with a fake world and a state in memory. Each operation starts from what the last one saved.</summary>
internal sealed class StackUnderTest : ISnapshotStore
{
    public FakeWorld World { get; } = new();

    public Snapshot Saved { get; set; } = Snapshot.Empty;

    public List<Snapshot> Saves { get; } = [];

    /// <summary>Called with each snapshot before it is saved; may fail.</summary>
    public Action<Snapshot> OnSave { get; set; } = _ => { };

    /// <summary>Events of the last operation.</summary>
    public List<EngineEvent> Events { get; private set; } = [];

    public DeploymentOptions Options { get; set; } = new()
    {
        Project = "web",
        Stack = "dev",
        RootDirectory = "/",
        ProgramDirectory = "/",
        DryRun = false,
        Parallel = 4,
    };

    public IEnumerable<string> Errors =>
        Events.OfType<EngineEvent.Diagnostic>().Where(line => line.Severity == Severity.Error).Select(line => line.Message);

    /// <summary>Steps of the last operation on custom resources but providers, in the order in which they ended.</summary>
    public IEnumerable<string> Steps => Events.OfType<EngineEvent.StepEnded>().Select(ended => ended.Step)
        .Where(step => step.Type == Session.Type).Select(step => $"{step.Operation} {Urn.Name(step.Urn)}");

    /// <summary>The names in the saved state but stack and providers, in its order.</summary>
    public IEnumerable<string> Names =>
        Saved.Resources.Where(state => state.Type == Session.Type).Select(state => Urn.Name(state.Urn));

    public static string UrnOf(string type, string name) => $"urn:pulumi:dev::web::{type}::{name}";

    public ResourceState this[string name] => Saved.Resources.Single(state => Urn.Name(state.Urn) == name && !state.Delete);

    public Task<DeploymentResult> Up(Func<Session, Task> script, CancellationToken cancel = default) =>
        Begin().Update(new ScriptedProgram(script), Saved, cancel);

    public async Task<DeploymentResult> Preview(Func<Session, Task> script)
    {
        var (options, before) = (Options, Saved);
        Options = options with { DryRun = true };
        var result = await Begin().Update(new ScriptedProgram(script), Saved, CancellationToken.None);
        Options = options;
        Assert.Same(before, Saved);
        return result;
    }

    public Task<DeploymentResult> Refresh() => Begin().Refresh(Saved, CancellationToken.None);

    public Task<DeploymentResult> Destroy() => Begin().Destroy(Saved, CancellationToken.None);

    public Task Save(Snapshot snapshot)
    {
        OnSave(snapshot);
        Saved = snapshot;
        Saves.Add(snapshot);
        return Task.CompletedTask;
    }

    /// <summary>The provider calls since the last time they were asked for.</summary>
    public string[] TakeCalls()
    {
        var calls = World.Calls.ToArray();
        World.Calls.Clear();
        return calls;
    }

    private Deployment Begin()
    {
        Events = [];
        return new Deployment(Options, World, this, Events.Add, TimeProvider.System);
    }
}
