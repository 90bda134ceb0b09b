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

    public Task<IProvider> Start(string package, string version, string engineAddress, CancellationToken cancel) => package == "missing"
        ? throw new PluginNotFoundException("no plugin for the package 'missing'")
        : Task.FromResult<IProvider>(new FakeProvider(this, package));

    public string NextId() => $"id-{Interlocked.Increment(ref _ids)}";
}

/// <summary>One started provider of a <see cref="FakeWorld"/>.</summary>
internal sealed class FakeProvider(FakeWorld world, string package) : IProvider
{
    public string Package => package;

    public string Version => "1.0.0";

    public Task<CheckResponse> CheckConfig(CheckRequest request, CancellationToken cancel) => Task.FromResult(new CheckResponse { Inputs = request.News });

    public Task<DiffResponse> DiffConfig(DiffRequest request, CancellationToken cancel) => Task.FromResult(world.OnDiffConfig(request));

    public Task Configure(ConfigureRequest request, CancellationToken cancel)
    {
        world.Configured.Enqueue(request);
        return Task.CompletedTask;
    }

    public Task<string> GetSchema(CancellationToken cancel) => Task.FromResult("{}");

    public Task<CheckResponse> Check(CheckRequest request, CancellationToken cancel)
    {
        world.Checked.Enqueue(request.Name);
        return Task.FromResult(world.OnCheck(request));
    }

    public Task<DiffResponse> Diff(DiffRequest request, CancellationToken cancel)
    {
        if (world.OnDiff is { } answer)
        {
            return Task.FromResult(answer(request));
        }

        var (olds, news) = (ValueCodec.FromStruct(request.OldInputs), ValueCodec.FromStruct(request.News));
        var changed = olds.Keys.Union(news.Keys).Where(key => !olds[key].Equals(news[key])).ToArray();
        return Task.FromResult(new DiffResponse
        {
            Changes = changed.Length > 0 ? DiffResponse.Types.DiffChanges.DiffSome : DiffResponse.Types.DiffChanges.DiffNone,
            Diffs = { changed },
            Replaces = { changed.Where(world.Immutable.Contains) },
        });
    }

    public async Task<CreateResponse> Create(CreateRequest request, CancellationToken cancel)
    {
        var outputs = world.Outputs(request);
        if (request.Preview)
        {
            return new CreateResponse { Properties = ValueCodec.ToStruct(outputs) };
        }

        world.Calls.Enqueue($"create {request.Name}");
        await world.OnMutation($"create {request.Name}");
        var id = world.NextId();
        world.Things[id] = outputs;
        return new CreateResponse { Id = id, Properties = ValueCodec.ToStruct(outputs) };
    }

    public Task<ReadResponse> Read(ReadRequest request, CancellationToken cancel)
    {
        world.Calls.Enqueue($"read {request.Name}");
        return Task.FromResult(world.Things.TryGetValue(request.Id, out var thing)
            ? new ReadResponse { Id = request.Id, Inputs = ValueCodec.ToStruct(thing), Properties = ValueCodec.ToStruct(thing) }
            : new ReadResponse());
    }

    public async Task<UpdateResponse> Update(UpdateRequest request, CancellationToken cancel)
    {
        if (!request.Preview)
        {
            world.Calls.Enqueue($"update {request.Name}");
            await world.OnMutation($"update {request.Name}");
            world.Things[request.Id] = ValueCodec.FromStruct(request.News);
        }

        return new UpdateResponse { Properties = request.News };
    }

    public async Task Delete(DeleteRequest request, CancellationToken cancel)
    {
        world.Calls.Enqueue($"delete {request.Name}");
        await world.OnMutation($"delete {request.Name}");
        world.Things.TryRemove(request.Id, out _);
    }

    public Task<InvokeResponse> Invoke(InvokeRequest request, CancellationToken cancel) =>
        Task.FromResult(new InvokeResponse { Return = request.Args });

    public Task<CallResponse> Call(CallRequest request, CancellationToken cancel) =>
        Task.FromResult(new CallResponse { Return = request.Args });

    public Task<ConstructResponse> Construct(ConstructRequest request, CancellationToken cancel) => world.OnConstruct!(request);

    public Task Cancel(CancellationToken cancel)
    {
        world.Cancelled.TrySetResult();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
