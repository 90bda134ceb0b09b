using EdgeInfra.Engine.Execution.Kinds;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.Plugins;
using EdgeInfra.Engine.Programs;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Engine.Execution;

/// <summary>The parts of one operation, put together, with the server that programs and plugins reach.</summary>
internal sealed class DeploymentRun : IAsyncDisposable
{
    private readonly DeploymentOptions _options;
    private readonly ProviderRegistry _providers;
    private readonly ResourceSchemas _schemas;
    private readonly Registrar _registrar;
    private RpcServer? _server;

    private DeploymentRun(
        DeploymentOptions options, Snapshot start, IPluginSource plugins, ISnapshotStore? store, Action<EngineEvent> report,
        TimeProvider time)
    {
        _options = options;
        Journal = new Journal(start);
        Saving = new Saving(Journal, store);
        Progress = new Progress(report, goOn: options.ContinueOnError || options.DryRun); // A preview shows all that is wrong.
        Claims = new Claims(Journal);
        _providers = new ProviderRegistry(plugins, Address, Remembered);
        _schemas = new ResourceSchemas(_providers);
        var kinds = new KindFinder(_providers, options.DryRun);
        var steps = new StepExecutor(Journal, Saving, Progress, time, options.DryRun);
        var lifecycle = new Lifecycle(
            options,
            Journal,
            Progress,
            steps,
            kinds,
            Claims,
            new ProviderChange(Journal, kinds),
            new DeleteFirst(Journal, steps, kinds, Claims),
            new Reading(Journal, Progress, steps, options.DryRun));
        _registrar = new Registrar(options, Journal, Progress, lifecycle, new Constructor(options, _providers, Address));
        Outputs = new OutputRegistry(Journal, Saving, Progress, Urn.OfStack(options.Stack, options.Project));
        Deletion = new Deletion(options, Journal, Progress, steps, kinds);
        Refreshing = new Refreshing(options, Journal, Saving, Progress, kinds, time);
    }

    public Journal Journal { get; }

    public Saving Saving { get; }

    public Progress Progress { get; }

    public Claims Claims { get; }

    public OutputRegistry Outputs { get; }

    public Deletion Deletion { get; }

    public Refreshing Refreshing { get; }

    public InFlight InFlight { get; } = new();

    public ProgramContext Context => new()
    {
        Project = _options.Project,
        Stack = _options.Stack,
        RootDirectory = _options.RootDirectory,
        ProgramDirectory = _options.ProgramDirectory,
        MonitorAddress = Address(),
        EngineAddress = Address(),
        DryRun = _options.DryRun,
        PropertyNames = _schemas.PropertiesOf,
        IsComponent = _schemas.IsComponent,
        Parallel = _options.Parallel,
        Config = _options.Config,
        ConfigSecretKeys = _options.ConfigSecretKeys,
    };

    public static async Task<DeploymentRun> Start(
        DeploymentOptions options, Snapshot start, IPluginSource plugins, ISnapshotStore? store, Action<EngineEvent> report,
        TimeProvider time)
    {
        var run = new DeploymentRun(options, start, plugins, store, report, time);
        var functions = new Functions(options, run.Journal, run._registrar, run._providers, run.Address);
        var monitor = new ResourceMonitor(options, run._registrar, functions, run.Outputs, run.InFlight);
        run._server = await RpcServer.Start(new EngineService(run.Progress).AddTo(monitor.AddTo(new RpcService())))
            .ConfigureAwait(false);
        return run;
    }

    /// <summary>Nothing new begins; providers are asked to end what they do.</summary>
    public Task Cancel()
    {
        Progress.Cancel();
        return _providers.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        await _providers.DisposeAsync().ConfigureAwait(false);
        if (_server is not null)
        {
            await _server.DisposeAsync().ConfigureAwait(false);
        }

        _registrar.Dispose();
        Saving.Dispose();
    }

    private string Address() => _server?.Address ?? "";

    private ResourceState? Remembered(ProviderReference reference) =>
        Journal.All.FirstOrDefault(state => state.Urn == reference.Urn && state.Id == reference.Id);
}
