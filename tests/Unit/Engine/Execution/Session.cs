using EdgeInfra.Engine.Programs;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;

namespace Unit.Engine.Execution;

/// <summary>The calls of one run of a <see cref="ScriptedProgram"/>.</summary>
internal sealed class Session(RpcChannel channel, ProgramContext context, CancellationToken cancel)
{
    public const string Type = "test:index:Thing";

    public CancellationToken Cancel => cancel;

    public string MonitorAddress => context.MonitorAddress;

    public Task<RegisterResourceResponse> Thing(string name, PropertyMap? inputs = null, Action<RegisterResourceRequest>? change = null) =>
        Register(Type, name, inputs, change);

    public Task<RegisterResourceResponse> Component(string name, Action<RegisterResourceRequest>? change = null) =>
        Register("test:index:Group", name, null, request =>
        {
            request.Custom = false;
            change?.Invoke(request);
        });

    public Task<RegisterResourceResponse> Register(
        string type, string name, PropertyMap? inputs = null, Action<RegisterResourceRequest>? change = null)
    {
        var request = new RegisterResourceRequest
        {
            Type = type,
            Name = name,
            Custom = true,
            Object = ValueCodec.ToStruct(inputs ?? PropertyMap.Empty),
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsPartialValues = true,
            SupportsResultReporting = true,
            AliasSpecs = true,
        };
        change?.Invoke(request);
        return Call(MonitorMethods.RegisterResource, request);
    }

    public Task Outputs(string urn, PropertyMap outputs) => Call(
        MonitorMethods.RegisterResourceOutputs,
        new RegisterResourceOutputsRequest { Urn = urn, Outputs = ValueCodec.ToStruct(outputs) });

    public Task StackOutputs(PropertyMap outputs) => Outputs(StackUnderTest.UrnOf("pulumi:pulumi:Stack", "web-dev"), outputs);

    public Task<TResponse> Call<TRequest, TResponse>(RpcMethod<TRequest, TResponse> method, TRequest request)
        where TRequest : Google.Protobuf.IMessage<TRequest>, new()
        where TResponse : Google.Protobuf.IMessage<TResponse>, new() => channel.Call(method, request, cancel);
}
