using System.Net;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>The peers whose connections begin with a PROXY header.</summary>
internal sealed class TrustedPeers(IReadOnlyList<IPNetwork> networks)
{
    public bool Contains(IPAddress peer)
    {
        var address = peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer;
        return networks.Any(network => network.Contains(address));
    }
}
