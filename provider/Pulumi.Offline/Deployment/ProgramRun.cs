using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>One run of a stack program: what all its resources and outputs share.</summary>
/// <remarks>It follows the program's own flow of control, so that runs side by side (tests) don't meet.</remarks>
internal sealed class ProgramRun
{
    private static readonly AsyncLocal<ProgramRun?> Slot = new();

    private readonly IEngine _engine;

    public ProgramRun(DeploymentSettings settings, IMonitor monitor, IEngine engine)
    {
        (Settings, Monitor, _engine) = (settings, monitor, engine);
        Log = new EngineLog(engine, Work);
        Instance = new DeploymentInstance(this);
    }

    public static ProgramRun? Current => Slot.Value;

    public static ProgramRun Required => Current ?? throw new InvalidOperationException(
        "This works only within a stack program: inside Deployment.RunAsync, or Deployment.TestAsync in tests.");

    public DeploymentSettings Settings { get; }

    public IMonitor Monitor { get; }

    public PendingWork Work { get; } = new();

    public EngineLog Log { get; }

    public DeploymentInstance Instance { get; }

    public References References { get; } = new();

    public Stack? Stack { get; set; }

    public Task<bool> KeepsResources { get => field ??= AskResources(); private set; }

    /// <summary>Runs a program to its end, with all that it started.</summary>
    /// <returns>What went wrong; nothing if all went well.</returns>
    public async Task<IReadOnlyList<Exception>> Execute(Func<Stack> program)
    {
        if (Slot.Value is not null)
        {
            throw new InvalidOperationException("A stack program cannot start another one; run them one after the other.");
        }

        Slot.Value = this;
        try
        {
            program();
        }
        catch (Exception error)
        {
            Work.Fail(error is System.Reflection.TargetInvocationException { InnerException: { } inner } ? inner : error);
        }

        return await Work.WhenIdle().ConfigureAwait(false);
    }

    public void Register(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var outputs = new OutputSlots(resource);
        Work.Add(new Registration(this, resource, args, options, outputs).Run());
    }

    public void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs) =>
        Work.Add(Send(resource, outputs));

    public Task RequireVersion(string range) => _engine.RequireVersion(range);

    private async Task Send(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await resource.Urn.Data.ConfigureAwait(false);
        var serializer = new Serializer(await KeepsResources.ConfigureAwait(false));
        var value = await serializer.Serialize("", outputs).ConfigureAwait(false);
        var map = value.Bare() is PropertyValue.Map known ? known.Items : PropertyMap.Empty;
        await Monitor.RegisterOutputs(new RegisterResourceOutputsRequest { Urn = urn.Value, Outputs = ValueCodec.ToStruct(map) })
            .ConfigureAwait(false);
    }

    private async Task<bool> AskResources() =>
        Settings.SendsResourceReferences && await Monitor.Supports("resourceReferences").ConfigureAwait(false);
}
