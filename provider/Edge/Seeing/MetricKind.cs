namespace EdgeInfra.Edge.Seeing;

/// <summary>What a metric's numbers mean, in Prometheus' words.</summary>
internal enum MetricKind
{
    /// <summary>Only grows; a fall means a restart.</summary>
    Counter,
    Gauge,
    Histogram,

    /// <summary>A sum and a count, without quantiles.</summary>
    Summary,
}
