using System.Collections.Concurrent;

namespace EdgeInfra.Edge.Proxy.Traffic;

/// <summary>The counters of every service that has been served. They stand beside the configuration: an activation resets nothing.</summary>
internal sealed class TrafficCounters
{
    private readonly ConcurrentDictionary<string, ServiceTraffic> _services = new(StringComparer.Ordinal);

    public IEnumerable<ServiceTraffic> All => _services.Values;

    public ServiceTraffic Of(string serviceId) => _services.GetOrAdd(serviceId, static id => new ServiceTraffic(id));
}
