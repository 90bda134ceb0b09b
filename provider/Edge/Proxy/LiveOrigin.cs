using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy;

/// <summary>An origin of the current configuration together with what lives longer than it: connections and health.</summary>
internal sealed record LiveOrigin(Origin Origin, OriginPool Pool, Prober? Prober)
{
    public bool IsHealthy => Prober is null || Prober.IsHealthy;
}
