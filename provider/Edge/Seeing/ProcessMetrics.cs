namespace EdgeInfra.Edge.Seeing;

/// <summary>What Prometheus likes to know of every process, under its usual names where there are some.</summary>
internal sealed class ProcessMetrics(TimeProvider time)
{
    private readonly DateTimeOffset _started = time.GetUtcNow();
    private readonly long _since = time.GetTimestamp();

    public IEnumerable<MetricFamily> All =>
    [
        new MetricFamily("process_start_time_seconds", MetricKind.Gauge, "When the edge was started, in unix seconds.")
            .Add(_started.ToUnixTimeMilliseconds() / 1000.0),
        new MetricFamily("edgeinfra_uptime_seconds", MetricKind.Gauge, "How long the edge has been running.")
            .Add(time.GetElapsedTime(_since).TotalSeconds),
        new MetricFamily("process_resident_memory_bytes", MetricKind.Gauge, "Memory of the process, in bytes.")
            .Add(Environment.WorkingSet),
        new MetricFamily("edgeinfra_gc_heap_bytes", MetricKind.Gauge, "Memory in the managed heap, in bytes.")
            .Add(GC.GetTotalMemory(forceFullCollection: false)),
    ];
}
