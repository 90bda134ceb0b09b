using EdgeInfra.Protocol.Rpc;

namespace Pulumi;

/// <summary>The engine's side that takes registrations: a real one, or mocks.</summary>
internal interface IMonitor
{
    Task<bool> Supports(string feature);

    Task<RegisterResourceResponse> Register(Resource resource, RegisterResourceRequest request);

    Task<ReadResourceResponse> Read(Resource resource, ReadResourceRequest request);

    Task RegisterOutputs(RegisterResourceOutputsRequest request);

    Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request);

    Task<CallResponse> Call(ResourceCallRequest request);

    /// <summary>Says that the program has ended, and waits until the engine has no more need of it.</summary>
    Task Leave();
}
