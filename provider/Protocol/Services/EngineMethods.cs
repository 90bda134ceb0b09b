using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;

namespace EdgeInfra.Protocol.Services;

/// <summary>What programs and plugins tell the engine: log lines and the root resource.</summary>
public static class EngineMethods
{
    public static readonly RpcMethod<LogRequest, Empty> Log = new("Engine", "Log");
    public static readonly RpcMethod<GetRootResourceRequest, GetRootResourceResponse> GetRootResource = new("Engine", "GetRootResource");
    public static readonly RpcMethod<SetRootResourceRequest, SetRootResourceResponse> SetRootResource = new("Engine", "SetRootResource");
    public static readonly RpcMethod<StartDebuggingRequest, Empty> StartDebugging = new("Engine", "StartDebugging");
    public static readonly RpcMethod<RequirePulumiVersionRequest, RequirePulumiVersionResponse> RequirePulumiVersion = new("Engine", "RequirePulumiVersion");
}
