using EdgeInfra.Engine.Plugins;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;

namespace Unit.Engine.Execution;

/// <summary>One started provider of a <see cref="FakeWorld"/>.</summary>
internal sealed class FakeProvider(FakeWorld world, string package) : IProvider
{
    public string Package => package;

    public string Version => "1.0.0";

    public bool KeepsSecrets => world.KeepsSecrets;

    public Task<CheckResponse> CheckConfig(CheckRequest request, CancellationToken cancel) =>
        Task.FromResult(new CheckResponse { Inputs = request.News });

    public Task<DiffResponse> DiffConfig(DiffRequest request, CancellationToken cancel) =>
        Task.FromResult(world.OnDiffConfig(request));

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
