using System.Collections.Concurrent;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Plugin.Versions;

/// <summary>Which resource wrote which service while this process runs, so that two never fight over one.</summary>
internal sealed class Writers
{
    private readonly ConcurrentDictionary<string, string> _urns = new();

    /// <exception cref="RpcException">Another resource has written the service in this run.</exception>
    public void Claim(string serviceId, string urn)
    {
        if (_urns.GetOrAdd(serviceId, urn) is var owner && owner != urn)
        {
            throw new RpcException(RpcStatus.FailedPrecondition,
                $"serviceId: service {serviceId} is already written by {owner}; a service has one ServiceVersion, so keep one of the two.");
        }
    }

    /// <summary>Whether another resource has taken the service over in this run, as after a renaming in the program.</summary>
    public bool IsTakenOver(string serviceId, string urn) => _urns.TryGetValue(serviceId, out var owner) && owner != urn;
}
