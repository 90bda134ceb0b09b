using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Protocol.Services;

/// <summary>What the engine asks a stack program back.</summary>
public static class CallbackMethods
{
    public static readonly RpcMethod<CallbackInvokeRequest, CallbackInvokeResponse> Invoke = new("Callbacks", "Invoke");
}
