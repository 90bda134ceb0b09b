namespace EdgeInfra.Edge.Control;

/// <summary>What a service answered within one step of time: a minute, or a second where it is recent.</summary>
internal sealed record TrafficMinute(DateTimeOffset Start, TrafficTotals Totals);
