namespace EdgeInfra.Model;

/// <summary>When idle connections are probed by TCP itself; whole seconds, as the system counts.</summary>
public sealed record TcpKeepalive(TimeSpan Time, TimeSpan Interval, int Probes);
