using System.Globalization;
using EdgeInfra.Edge.Proxy.Caching;
using EdgeInfra.Edge.Proxy.Traffic;
using EdgeInfra.Edge.Seeing;

namespace EdgeInfra.Edge.Proxy.Seeing;

/// <summary>What services have answered.</summary>
internal static class ServiceMetrics
{
    public static IEnumerable<MetricFamily> Of(IEnumerable<ServiceTraffic> services)
    {
        var requests = new MetricFamily("edgeinfra_requests_total", MetricKind.Counter, "Requests answered, by hundreds of their status; none where the client left before.");
        var inFlight = new MetricFamily("edgeinfra_requests_in_flight", MetricKind.Gauge, "Requests under way, whatever version they began with.");
        var bytes = new MetricFamily("edgeinfra_response_body_bytes_total", MetricKind.Counter, "Bytes of bodies handed to clients' connections.");
        var errors = new MetricFamily("edgeinfra_errors_total", MetricKind.Counter, "Requests answered with an error page of the edge's own.");
        var failovers = new MetricFamily("edgeinfra_failovers_total", MetricKind.Counter, "How often a request went on to another backend.");
        var cached = new MetricFamily("edgeinfra_cache_requests_total", MetricKind.Counter, "Requests by what the cache had to do with their answers.");
        foreach (var service in services)
        {
            var id = ("service", service.ServiceId);
            var answered = 0L;
            for (var hundreds = 1; hundreds <= 5; hundreds++)
            {
                var count = service.Statuses(hundreds);
                answered += count;
                requests.Add(count, id, ("class", hundreds.ToString(CultureInfo.InvariantCulture) + "xx"));
            }

            requests.Add(Math.Max(0, service.Requests - answered), id, ("class", "none"));
            inFlight.Add(service.InFlight, id);
            bytes.Add(service.BodyBytes, id);
            errors.Add(service.Errors, id);
            failovers.Add(service.Failovers, id);
            foreach (var state in Enum.GetValues<CacheState>().Where(state => state != CacheState.None))
            {
                cached.Add(service.Cached(state), id, ("state", CacheStates.Name(state)));
            }
        }

        return [requests, inFlight, bytes, errors, failovers, cached];
    }
}
