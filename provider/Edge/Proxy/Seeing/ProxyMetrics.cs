using EdgeInfra.Edge.Cache;
using EdgeInfra.Edge.Proxy.Traffic;
using EdgeInfra.Edge.Seeing;

namespace EdgeInfra.Edge.Proxy.Seeing;

/// <summary>The proxy's counters as metrics. Counters live as long as the process; health and connections are those of what is live now.</summary>
internal sealed class ProxyMetrics(TrafficCounters traffic, ConfigSlot slot, SwapTimes swaps, IEnumerable<ListenerTraffic> listeners, CacheStore? cache)
{
    public IEnumerable<MetricFamily> All
    {
        get
        {
            var live = slot.Enter();
            try
            {
                return
                [
                    .. ServiceMetrics.Of(traffic.All.OrderBy(service => service.ServiceId, StringComparer.Ordinal)),
                    .. BackendMetrics.Counted(traffic.All.OrderBy(service => service.ServiceId, StringComparer.Ordinal)),
                    .. BackendMetrics.Live(live.Services),
                    .. Own(live),
                ];
            }
            finally
            {
                live.Leave();
            }
        }
    }

    private IEnumerable<MetricFamily> Own(LiveConfig live)
    {
        var clients = new MetricFamily("edgeinfra_client_connections", MetricKind.Gauge, "Open connections of clients, by listener; one may ask any service.");
        foreach (var listener in listeners)
        {
            clients.Add(listener.Open, ("listener", listener.Endpoint));
        }

        yield return clients;
        if (cache is not null)
        {
            yield return new MetricFamily("edgeinfra_cache_bytes", MetricKind.Gauge, "Memory that stored answers take.").Add(cache.Bytes);
            yield return new MetricFamily("edgeinfra_cache_objects", MetricKind.Gauge, "Stored answers.").Add(cache.Count);
            yield return new MetricFamily("edgeinfra_cache_evictions_total", MetricKind.Counter, "Stored answers that were thrown out for want of room.")
                .Add(cache.Evictions);
        }

        var versions = new MetricFamily("edgeinfra_service_version", MetricKind.Gauge, "The number of the version that is live.");
        foreach (var service in live.Services)
        {
            versions.Add(service.Config.VersionNumber, ("service", service.Config.ServiceId));
        }

        yield return versions;
        yield return new MetricFamily("edgeinfra_config_swaps_total", MetricKind.Counter, "How often another configuration took effect.")
            .Add(swaps.Count);
        yield return new MetricFamily("edgeinfra_config_activation_seconds", MetricKind.Summary, "How long it took to put a configuration in place.")
        {
            Samples = [new(swaps.Sum.TotalSeconds, "_sum"), new(swaps.Count, "_count")],
        };
    }
}
