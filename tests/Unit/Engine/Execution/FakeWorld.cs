using System.Collections.Concurrent;
using EdgeInfra.Engine.Plugins;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;

namespace Unit.Engine.Execution;

/// <summary>The packages that a test's programs use, and the world that their providers manage.</summary>
internal sealed class FakeWorld : IPluginSource
{
    private int _ids;

    /// <summary>What providers were asked, as in <c>create a</c>; checks and diffs are left out.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    public ConcurrentQueue<ConfigureRequest> Configured { get; } = new();

    public ConcurrentQueue<string> Checked { get; } = new();

    public ConcurrentDictionary<string, PropertyMap> Things { get; } = new();

    /// <summary>Whether providers say that they know secrets.</summary>
    public bool KeepsSecrets { get; set; } = true;

    public Func<CheckRequest, CheckResponse> OnCheck { get; set; } = request => new CheckResponse { Inputs = request.News };

    /// <summary>Properties that can't be changed in place.</summary>
    public HashSet<string> Immutable { get; } = [];

    public Func<DiffRequest, DiffResponse>? OnDiff { get; set; }

    public Func<DiffRequest, DiffResponse> OnDiffConfig { get; set; } = _ => throw new RpcException(RpcStatus.Unimplemented, "no");

    /// <summary>Called before anything is created, updated or deleted; what it throws is the answer.</summary>
    public Func<string, Task> OnMutation { get; set; } = _ => Task.CompletedTask;

    public Func<CreateRequest, PropertyMap> Outputs { get; set; } = request => ValueCodec.FromStruct(request.Properties);

    public Func<ConstructRequest, Task<ConstructResponse>>? OnConstruct { get; set; }

    public TaskCompletionSource Cancelled { get; } = new();

    public Task<IProvider> Start(string package, string version, string engineAddress, CancellationToken cancel) =>
        package == "missing"
        ? throw new PluginNotFoundException("no plugin for the package 'missing'")
        : Task.FromResult<IProvider>(new FakeProvider(this, package));

    public string NextId() => $"id-{Interlocked.Increment(ref _ids)}";
}
