using EdgeInfra.Engine.Programs;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;

namespace Unit.Engine.Execution;

/// <summary>A stack program that makes real calls to the monitor, as the SDKs do.</summary>
internal sealed class ScriptedProgram(Func<Session, Task> script) : IProgram
{
    public async Task<ProgramExit> Run(ProgramContext context, CancellationToken cancel)
    {
        using var channel = new RpcChannel(context.MonitorAddress);
        var session = new Session(channel, context, cancel);
        await session.Register("pulumi:pulumi:Stack", $"{context.Project}-{context.Stack}", change: request => request.Custom = false);
        try
        {
            await script(session);
        }
        catch (RpcException error)
        {
            return new ProgramExit(false, $"unhandled: {error.Status} {error.Message}");
        }

        await channel.Call(MonitorMethods.SignalAndWaitForShutdown, new Empty(), cancel);
        return ProgramExit.Ok;
    }
}

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
        MonitorMethods.RegisterResourceOutputs, new RegisterResourceOutputsRequest { Urn = urn, Outputs = ValueCodec.ToStruct(outputs) });

    public Task StackOutputs(PropertyMap outputs) => Outputs(StackUnderTest.UrnOf("pulumi:pulumi:Stack", "web-dev"), outputs);

    public Task<TResponse> Call<TRequest, TResponse>(RpcMethod<TRequest, TResponse> method, TRequest request)
        where TRequest : Google.Protobuf.IMessage<TRequest>, new()
        where TResponse : Google.Protobuf.IMessage<TResponse>, new() => channel.Call(method, request, cancel);
}

/// <summary>Short ways to say what depends on what.</summary>
internal static class RegistrationOptions
{
    /// <summary>The property comes from that resource.</summary>
    public static void From(this RegisterResourceRequest request, string property, RegisterResourceResponse source)
    {
        request.Dependencies.Add(source.Urn);
        request.PropertyDependencies[property] = new RegisterResourceRequest.Types.PropertyDependencies { Urns = { source.Urn } };
    }
}
