using System.Collections.Concurrent;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>An engine's resource monitor at the other end of a channel.</summary>
internal sealed class RpcMonitor(RpcChannel channel) : IMonitor
{
    private readonly ConcurrentDictionary<string, Task<bool>> _features = new();

    public Task<bool> Supports(string feature) => _features.GetOrAdd(feature, Ask);

    public Task<RegisterResourceResponse> Register(Resource resource, RegisterResourceRequest request) =>
        channel.Call(MonitorMethods.RegisterResource, request);

    public Task<ReadResourceResponse> Read(Resource resource, ReadResourceRequest request) =>
        channel.Call(MonitorMethods.ReadResource, request);

    public Task RegisterOutputs(RegisterResourceOutputsRequest request) =>
        channel.Call(MonitorMethods.RegisterResourceOutputs, request);

    public Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request) => channel.Call(MonitorMethods.Invoke, request);

    public Task<CallResponse> Call(ResourceCallRequest request) => channel.Call(MonitorMethods.Call, request);

    public async Task Leave()
    {
        try
        {
            await channel.Call(MonitorMethods.SignalAndWaitForShutdown, new Empty()).ConfigureAwait(false);
        }
        catch (RpcException error) when (error.Status is RpcStatus.Unimplemented or RpcStatus.Unavailable)
        {
            // Older engines don't know the call; one that has finished may be gone before it answers.
        }
    }

    private async Task<bool> Ask(string feature)
    {
        try
        {
            var answer = await channel.Call(MonitorMethods.SupportsFeature, new SupportsFeatureRequest { Id = feature })
                .ConfigureAwait(false);
            return answer.HasSupport;
        }
        catch (RpcException error) when (error.Status is RpcStatus.Unimplemented)
        {
            return false;
        }
    }
}
