using EdgeInfra.Plugin;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider;

/// <summary>The provider behind a real socket, called as an engine calls it.</summary>
internal sealed class ProviderUnderTest : IAsyncDisposable
{
    private readonly EdgeProvider _provider;
    private readonly RpcServer _server;
    private readonly RpcServer _engine;

    private ProviderUnderTest(EdgeProvider provider, RpcServer server, RpcServer engine, List<string> log)
    {
        (_provider, _server, _engine, Log) = (provider, server, engine, log);
        Channel = new RpcChannel(server.Address);
    }

    public RpcChannel Channel { get; }

    /// <summary>What the engine was told.</summary>
    public List<string> Log { get; }

    public static Task<ProviderUnderTest> Start(params (string Name, string Value)[] environment) =>
        Start(TimeProvider.System, environment);

    public static async Task<ProviderUnderTest> Start(FakeControl control, string target = "runtime")
    {
        var provider = await Start();
        await provider.Call(ProviderMethods.Configure, new ConfigureRequest
        {
            Args = Inputs(("endpoint", control.Endpoint), ("apiKey", FakeControl.Key), ("target", target)),
        });
        return provider;
    }

    public static async Task<ProviderUnderTest> Start(TimeProvider time, params (string Name, string Value)[] environment)
    {
        var log = new List<string>();
        var engine = await RpcServer.Start(new RpcService().On(EngineMethods.Log, (request, _) =>
        {
            lock (log)
            {
                log.Add(request.Message);
            }

            return Task.FromResult(new Empty());
        }));
        var provider = new EdgeProvider(environment.ToDictionary(pair => pair.Name, pair => pair.Value).GetValueOrDefault, time);
        var started = new ProviderUnderTest(provider, await RpcServer.Start(provider.Service), engine, log);
        await started.Call(ProviderMethods.Handshake, new ProviderHandshakeRequest { EngineAddress = engine.Address });
        return started;
    }

    public static string Urn(string type, string name) => $"urn:pulumi:dev::test::edgeinfra:index:{type}::{name}";

    public static Struct Inputs(params (string Name, V Value)[] values) => ValueCodec.ToStruct(PropertyMap.Of(values));

    public Task<TResponse> Call<TRequest, TResponse>(RpcMethod<TRequest, TResponse> method, TRequest request)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new() => Channel.Call(method, request);

    public Task<CheckResponse> Check(string type, string name, PropertyMap news, PropertyMap? olds = null) =>
        Call(ProviderMethods.Check, new CheckRequest
        {
            Urn = Urn(type, name),
            News = ValueCodec.ToStruct(news),
            Olds = ValueCodec.ToStruct(olds ?? PropertyMap.Empty),
            RandomSeed = ByteString.CopyFrom([.. Enumerable.Range(1, 32).Select(i => (byte)i)]),
        });

    /// <summary>Inputs that must pass.</summary>
    public async Task<PropertyMap> Checked(string type, string name, PropertyMap news, PropertyMap? olds = null)
    {
        var answer = await Check(type, name, news, olds);
        Assert.Empty(answer.Failures);
        return ValueCodec.FromStruct(answer.Inputs);
    }

    /// <summary>Changes as <c>path KIND</c>, in the order of their paths.</summary>
    public async Task<IReadOnlyList<string>> Changes(
        string type, string name, PropertyMap olds, PropertyMap news, PropertyMap? state = null)
    {
        var answer = await Diff(type, name, olds, news, state);
        Assert.True(answer.HasDetailedDiff);
        Assert.Equal(answer.DetailedDiff.Count > 0, answer.Changes == DiffResponse.Types.DiffChanges.DiffSome);
        return [.. answer.DetailedDiff.Select(change => $"{change.Key} {change.Value.Kind}").Order(StringComparer.Ordinal)];
    }

    public Task<DiffResponse> Diff(string type, string name, PropertyMap olds, PropertyMap news, PropertyMap? state = null) =>
        Call(ProviderMethods.Diff, new DiffRequest
        {
            Id = "id",
            Urn = Urn(type, name),
            OldInputs = ValueCodec.ToStruct(olds),
            Olds = ValueCodec.ToStruct(state ?? olds),
            News = ValueCodec.ToStruct(news),
        });

    public async Task<(string Id, PropertyMap Outputs)> Create(
        string type, string name, PropertyMap inputs, bool preview = false, double timeout = 0)
    {
        var answer = await Call(ProviderMethods.Create, new CreateRequest
        {
            Urn = Urn(type, name), Properties = ValueCodec.ToStruct(inputs), Preview = preview, Timeout = timeout,
        });
        return (answer.Id, ValueCodec.FromStruct(answer.Properties));
    }

    public async Task<PropertyMap> Update(string type, string name, string id, PropertyMap state, PropertyMap olds, PropertyMap news, bool preview = false) =>
        ValueCodec.FromStruct((await Call(ProviderMethods.Update, new UpdateRequest
        {
            Id = id,
            Urn = Urn(type, name),
            Olds = ValueCodec.ToStruct(state),
            OldInputs = ValueCodec.ToStruct(olds),
            News = ValueCodec.ToStruct(news),
            Preview = preview,
        })).Properties);

    public async Task<(string Id, PropertyMap Inputs, PropertyMap Outputs)> Read(
        string type, string name, string id, PropertyMap? inputs = null, PropertyMap? state = null)
    {
        var answer = await Call(ProviderMethods.Read, new ReadRequest
        {
            Id = id, Urn = Urn(type, name), Inputs = ValueCodec.ToStruct(inputs ?? PropertyMap.Empty),
            Properties = ValueCodec.ToStruct(state ?? PropertyMap.Empty),
        });
        return (answer.Id, ValueCodec.FromStruct(answer.Inputs), ValueCodec.FromStruct(answer.Properties));
    }

    public Task Delete(string type, string name, string id, PropertyMap state) =>
        Call(ProviderMethods.Delete, new DeleteRequest { Id = id, Urn = Urn(type, name), Properties = ValueCodec.ToStruct(state) });

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _server.DisposeAsync();
        await _engine.DisposeAsync();
        _provider.Dispose();
    }
}
