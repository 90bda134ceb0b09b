using System.Net;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy;

/// <summary>An origin of the current configuration together with what lives longer than it: connections and health.</summary>
internal sealed record LiveOrigin(Origin Origin, OriginPool Pool, Prober? Prober)
{
    public bool IsHealthy => Prober is null || Prober.IsHealthy;

    /// <summary>Which of its addresses may be used; null means all.</summary>
    public Func<IPAddress, bool>? MayDial => Prober?.MayDial;

    public ValueTask<OriginConnection> Dial(CancellationToken cancel) => Pool.Dial(Origin.ConnectTimeout, MayDial, cancel);
}
