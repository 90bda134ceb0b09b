using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;

namespace EdgeInfra.Protocol.Services;

/// <summary>What a stack program asks the engine that runs it.</summary>
public static class MonitorMethods
{
    public static readonly RpcMethod<Empty, DeploymentInfo> GetDeploymentInfo = new("ResourceMonitor", "GetDeploymentInfo");
    public static readonly RpcMethod<SupportsFeatureRequest, SupportsFeatureResponse> SupportsFeature = new("ResourceMonitor", "SupportsFeature");
    public static readonly RpcMethod<ResourceInvokeRequest, ResourceInvokeResponse> Invoke = new("ResourceMonitor", "Invoke");
    public static readonly RpcMethod<ResourceCallRequest, CallResponse> Call = new("ResourceMonitor", "Call");
    public static readonly RpcMethod<ReadResourceRequest, ReadResourceResponse> ReadResource = new("ResourceMonitor", "ReadResource");
    public static readonly RpcMethod<RegisterResourceRequest, RegisterResourceResponse> RegisterResource = new("ResourceMonitor", "RegisterResource");
    public static readonly RpcMethod<RegisterResourceOutputsRequest, Empty> RegisterResourceOutputs = new(
        "ResourceMonitor", "RegisterResourceOutputs");
    public static readonly RpcMethod<Callback, Empty> RegisterStackTransform = new("ResourceMonitor", "RegisterStackTransform");
    public static readonly RpcMethod<Callback, Empty> RegisterStackInvokeTransform = new(
        "ResourceMonitor", "RegisterStackInvokeTransform");
    public static readonly RpcMethod<RegisterResourceHookRequest, Empty> RegisterResourceHook = new(
        "ResourceMonitor", "RegisterResourceHook");
    public static readonly RpcMethod<RegisterErrorHookRequest, Empty> RegisterErrorHook = new("ResourceMonitor", "RegisterErrorHook");
    public static readonly RpcMethod<RegisterPackageRequest, RegisterPackageResponse> RegisterPackage = new("ResourceMonitor", "RegisterPackage");
    public static readonly RpcMethod<Empty, Empty> SignalAndWaitForShutdown = new("ResourceMonitor", "SignalAndWaitForShutdown");
}
