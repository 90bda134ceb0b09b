using System.Text.Json;
using EdgeInfra.Edge.Proxy.Traffic;
using EdgeInfra.Edge.Seeing;

namespace EdgeInfra.Edge.Proxy.Seeing;

/// <summary>What was asked of backends, and how those of the live versions are.</summary>
internal static class BackendMetrics
{
    private const string FirstByte = "edgeinfra_backend_first_byte_seconds";

    public static IEnumerable<MetricFamily> Counted(IEnumerable<ServiceTraffic> services)
    {
        var attempts = new MetricFamily("edgeinfra_backend_attempts_total", MetricKind.Counter, "Requests that went to a backend, whether they got through or not.");
        var failures = new MetricFamily("edgeinfra_backend_failures_total", MetricKind.Counter, "Attempts that failed, by cause.");
        var retries = new MetricFamily("edgeinfra_backend_retries_total", MetricKind.Counter, "Requests repeated on a new connection, as the backend had closed the old one.");
        var refusals = new MetricFamily("edgeinfra_origin_refusals_total", MetricKind.Counter, "Answers by which a bucket refused the edge itself, by the store's code: the configuration has to be mended.");
        var times = new MetricFamily(FirstByte, MetricKind.Histogram, "Time from the choice of a backend to the head of its answer.");
        foreach (var service in services)
        {
            foreach (var origin in service.Origins.OrderBy(origin => origin.Name, StringComparer.Ordinal))
            {
                (string, string)[] labels = [("service", service.ServiceId), ("backend", origin.Name)];
                attempts.Add(origin.Attempts, labels);
                retries.Add(origin.Renewals, labels);
                foreach (var error in Enum.GetValues<EdgeError>().Where(error => origin.Failures(error) > 0))
                {
                    failures.Add(origin.Failures(error), [.. labels, ("cause", Cause(error))]);
                }

                foreach (var (code, count) in origin.Refusals)
                {
                    refusals.Add(count, [.. labels, ("code", code)]);
                }

                times.Samples.AddRange(Histogram(origin.FirstBytes, labels));
            }
        }

        return [attempts, failures, retries, refusals, times];
    }

    public static IEnumerable<MetricFamily> Live(IEnumerable<LiveService> services)
    {
        var health = new MetricFamily("edgeinfra_backend_healthy", MetricKind.Gauge, "1 while the backend may be used, 0 while it is sick; 1 without a healthcheck.");
        var probes = new MetricFamily("edgeinfra_backend_probes_total", MetricKind.Counter, "Probes by their outcome. Backends that share their health share this.");
        var connections = new MetricFamily("edgeinfra_backend_connections", MetricKind.Gauge, "Open connections. Backends at the same place share them.");
        var waiting = new MetricFamily("edgeinfra_backend_waiting_requests", MetricKind.Gauge, "Requests that wait for one of max_conn connections.");
        foreach (var service in services)
        {
            foreach (var origin in service.Origins)
            {
                (string, string)[] labels = [("service", service.Config.ServiceId), ("backend", origin.Origin.Name)];
                health.Add(origin.IsHealthy ? 1 : 0, labels);
                connections.Add(origin.Pool.InUse, [.. labels, ("state", "in_use")]);
                connections.Add(origin.Pool.Idle, [.. labels, ("state", "idle")]);
                waiting.Add(origin.Pool.Waiting, labels);
                if (origin.Prober is { } prober)
                {
                    probes.Add(prober.Succeeded, [.. labels, ("outcome", "success")]);
                    probes.Add(prober.Failed, [.. labels, ("outcome", "failure")]);
                }
            }
        }

        return [health, probes, connections, waiting];
    }

    /// <summary>An error as metrics and logs name it, such as <c>connection_refused</c>.</summary>
    public static string Cause(EdgeError error) => JsonNamingPolicy.SnakeCaseLower.ConvertName(error.ToString());

    private static IEnumerable<MetricSample> Histogram(FirstByteTimes times, (string, string)[] labels)
    {
        var counts = times.Cumulative();
        for (var i = 0; i < counts.Length; i++)
        {
            var bound = i < FirstByteTimes.Bounds.Length ? FirstByteTimes.Bounds[i] : double.PositiveInfinity;
            yield return new(counts[i], "_bucket", [.. labels, ("le", MetricText.Number(bound))]);
        }

        yield return new(times.Sum.TotalSeconds, "_sum", labels);
        yield return new(counts[^1], "_count", labels);
    }
}
