using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;

namespace Unit.Provider;

/// <summary>An engine's monitor for components: remembers what is registered, and has the same provider check and create it.</summary>
internal sealed class FakeMonitor : IAsyncDisposable
{
    private readonly ProviderUnderTest _provider;
    private RpcServer _server = null!;

    private FakeMonitor(ProviderUnderTest provider) => _provider = provider;

    public List<RegisterResourceRequest> Registered { get; } = [];

    /// <summary>By the URN of the component.</summary>
    public Dictionary<string, PropertyMap> Outputs { get; } = [];

    public bool Preview { get; init; }

    public static async Task<FakeMonitor> Start(ProviderUnderTest provider, bool preview = false)
    {
        var monitor = new FakeMonitor(provider) { Preview = preview };
        monitor._server = await RpcServer.Start(new RpcService()
            .On(MonitorMethods.RegisterResource, (request, _) => monitor.Register(request))
            .On(MonitorMethods.RegisterResourceOutputs, (request, _) =>
            {
                monitor.Outputs[request.Urn] = ValueCodec.FromStruct(request.Outputs);
                return Task.FromResult(new Empty());
            }));
        return monitor;
    }

    public Task<ConstructResponse> Construct(string type, string name, PropertyMap inputs, Action<ConstructRequest>? more = null)
    {
        var request = new ConstructRequest
        {
            Project = "test", Stack = "dev", Type = $"edgeinfra:index:{type}", Name = name, Inputs = ValueCodec.ToStruct(inputs),
            MonitorEndpoint = _server.Address, DryRun = Preview, AcceptsOutputValues = true,
        };
        more?.Invoke(request);
        return _provider.Call(ProviderMethods.Construct, request);
    }

    /// <summary>The inputs of the one resource of that type.</summary>
    public PropertyMap Inputs(string type) =>
        ValueCodec.FromStruct(Registered.Single(request => request.Type.EndsWith($":{type}", StringComparison.Ordinal)).Object);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<RegisterResourceResponse> Register(RegisterResourceRequest request)
    {
        Registered.Add(request);
        var type = request.Type.Split(':')[^1];
        var answer = new RegisterResourceResponse { Urn = ProviderUnderTest.Urn(type, request.Name), Object = new Struct() };
        if (request.Custom)
        {
            var inputs = await _provider.Checked(type, request.Name, ValueCodec.FromStruct(request.Object));
            var (id, outputs) = await _provider.Create(type, request.Name, inputs, Preview);
            (answer.Id, answer.Object) = (id, ValueCodec.ToStruct(outputs));
        }

        return answer;
    }
}
