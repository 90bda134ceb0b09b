namespace EdgeInfra.Model;

/// <summary>
/// A backend as the proxy uses it: names resolved, defaults settled, units converted. Times without a limit are
/// <see cref="Timeout.InfiniteTimeSpan"/>.
/// </summary>
/// <remarks>
/// Connections and health belong to <see cref="Identity"/> (with the probe), not to the name: they outlive a change of
/// anything else.
/// </remarks>
public sealed record Origin
{
    public required string Name { get; init; }

    public required OriginIdentity Identity { get; init; }

    /// <summary>Host header to send; null means the client's own.</summary>
    public required string? OverrideHost { get; init; }

    public required TimeSpan ConnectTimeout { get; init; }

    public required TimeSpan FirstByteTimeout { get; init; }

    public required TimeSpan BetweenBytesTimeout { get; init; }

    public required TimeSpan FetchTimeout { get; init; }

    /// <summary>How its health is found out; null means it is always healthy.</summary>
    public required HealthProbe? Probe { get; init; }

    /// <summary>The place through which the others reach it; null when every place goes there by itself.</summary>
    public string? Shield { get; init; }

    /// <summary>Origins with equal identity, probe and key share one state of health; by default the key is the service's id.</summary>
    public string HealthKey { get; init; } = "";

    /// <summary>What happens on the last hop to it; null means that requests and answers pass as they are.</summary>
    public OriginPolicy? Policy { get; init; }
}
