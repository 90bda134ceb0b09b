namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>How all origins are probed, whatever their healthchecks say.</summary>
/// <param name="AtLoad">Whether probes begin with a configuration; else they begin with the first request to the service, as Fastly's do.</param>
/// <param name="Jitter">Shortens each pause by up to a tenth, so that many edges do not ask an origin all at once; drawn from by many threads.</param>
internal sealed record ProbeSettings(bool AtLoad, Random Jitter)
{
    public static ProbeSettings Default { get; } = new(AtLoad: true, Random.Shared);

    public TimeSpan Pause(TimeSpan interval) => interval * (1 - (Jitter.NextDouble() / 10));
}
