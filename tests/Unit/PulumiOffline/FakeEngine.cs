using System.Collections.Concurrent;
using System.Collections.Immutable;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;
using Pulumi;

namespace Unit.PulumiOffline;

/// <summary>An engine at the other end of a socket: answers as it is told, and remembers what it was asked.</summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _calls = new();
    private RpcServer? _server;
    private RpcChannel? _channel;

    public ConcurrentQueue<RegisterResourceRequest> Registrations { get; } = new();

    public ConcurrentQueue<RegisterResourceOutputsRequest> Outputs { get; } = new();

    public ConcurrentQueue<LogRequest> Log { get; } = new();

    public ConcurrentQueue<ResourceInvokeRequest> Invokes { get; } = new();

    public StringWriter Stderr { get; } = new();

    public IReadOnlyCollection<string> Calls => _calls;

    public DeploymentSettings Settings { get; init; } = new("proj", "dev", IsDryRun: false);

    /// <summary>By resource name; by default the inputs come back, with an id for custom resources.</summary>
    public Func<RegisterResourceRequest, RegisterResourceResponse> Answer { get; init; } = Echo;

    public Func<ResourceInvokeRequest, ResourceInvokeResponse> Function { get; init; } = request => new() { Return = request.Args };

    public Func<LogRequest, Empty> OnLog { get; init; } = _ => new Empty();

    public Func<Empty> OnLeave { get; init; } = () => new Empty();

    public static RegisterResourceResponse Echo(RegisterResourceRequest request) => new()
    {
        Urn = EdgeInfra.Protocol.Urn.Of("dev", "proj", request.Parent, request.Type, request.Name),
        Id = request.Custom ? request.Name + "-id" : "",
        Object = request.Custom ? request.Object : new Struct(),
    };

    public async Task<int> Run(Func<IDictionary<string, object?>> program) =>
        await RunStack(() => new Stack(() => Task.FromResult(program())));

    public async Task<int> RunStack(Func<Stack> program)
    {
        _channel = new RpcChannel(await Start());
        var run = new ProgramRun(Settings, new RpcMonitor(_channel), new RpcEngine(_channel));
        return await new ProgramExit(run, Stderr).Run(program);
    }

    /// <summary>Starts to listen; for programs that find the engine by themselves.</summary>
    public async Task<string> Start()
    {
        _server = await RpcServer.Start(Services());
        return _server.Address;
    }

    public RegisterResourceRequest Registration(string name) => Registrations.Single(request => request.Name == name);

    public PropertyMap StackOutputs =>
        ValueCodec.FromStruct(Outputs.Single(request => request.Urn.Contains(Stack.RootType, StringComparison.Ordinal)).Outputs);

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        await Stderr.DisposeAsync();
    }

    private RpcService Services() => new RpcService()
        .On(MonitorMethods.SupportsFeature, (request, _) => Called(
            "SupportsFeature", new SupportsFeatureResponse { HasSupport = request.Id != "outputValues" }))
        .On(MonitorMethods.RegisterResource, (request, _) => Kept(Registrations, request, "RegisterResource", Answer))
        .On(MonitorMethods.RegisterResourceOutputs, (request, _) => Kept(
            Outputs, request, "RegisterResourceOutputs", _ => new Empty()))
        .On(MonitorMethods.Invoke, (request, _) => Kept(Invokes, request, "Invoke", Function))
        .On(MonitorMethods.ReadResource, (request, _) => Called("ReadResource", new ReadResourceResponse
        {
            Urn = "urn:pulumi:dev::proj::" + request.Type + "::" + request.Name,
            Properties = ValueCodec.ToStruct(PropertyMap.Of(("address", "read " + request.Id))),
        }))
        .On(MonitorMethods.SignalAndWaitForShutdown, (_, _) => Called("SignalAndWaitForShutdown", OnLeave()))
        .On(EngineMethods.Log, (request, _) => Kept(Log, request, "Log", OnLog));

    private Task<TResponse> Kept<TRequest, TResponse>(
        ConcurrentQueue<TRequest> list, TRequest request, string name, Func<TRequest, TResponse> answer)
    {
        list.Enqueue(request);
        return Called(name, answer(request));
    }

    private Task<T> Called<T>(string name, T answer)
    {
        _calls.Enqueue(name);
        return Task.FromResult(answer);
    }
}
