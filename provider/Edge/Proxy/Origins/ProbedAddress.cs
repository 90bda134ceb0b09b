using System.Net;

namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>One of an origin's addresses, and how it has been of late.</summary>
internal sealed record ProbedAddress(IPAddress Address, HealthWindow Window)
{
    /// <summary>Equal to this address only.</summary>
    public bool Is(IPAddress other) => Address.Equals(other);
}
