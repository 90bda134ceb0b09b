namespace EdgeInfra.Edge.Control;

/// <summary>What a service answered within one minute.</summary>
internal sealed record TrafficMinute(DateTimeOffset Start, TrafficTotals Totals);
