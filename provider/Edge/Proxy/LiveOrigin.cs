using System.Net;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Edge.Proxy.Policies;
using EdgeInfra.Edge.Proxy.Shields;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy;

/// <summary>An origin of the current configuration together with what lives longer than it: connections and health.</summary>
internal sealed record LiveOrigin(Origin Origin, OriginPool Pool, Prober? Prober)
{
    /// <summary>The way through its shield; null when there is none to take.</summary>
    public ShieldRoute? Shield { get; init; }

    /// <summary>What happens on the last hop to it; null when nothing does.</summary>
    public LivePolicy? Policy { get; init; }

    public bool IsHealthy => Prober is null || Prober.IsHealthy;

    /// <summary>Whether it can be reached: a shield judges for itself, often from where alone the origin lets anybody in.</summary>
    public bool MayServe(bool throughShield) => IsHealthy || (throughShield && Shield is { Node.IsUp: true });

    /// <summary>Which of its addresses may be used; null means all.</summary>
    public Func<IPAddress, bool>? MayDial => Prober?.MayDial;

    public ValueTask<OriginConnection> Dial(CancellationToken cancel) => Pool.Dial(Origin.ConnectTimeout, MayDial, cancel);
}
