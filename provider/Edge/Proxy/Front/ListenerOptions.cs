using System.Net;
using EdgeInfra.Edge.Proxy.Front.Certificates;

namespace EdgeInfra.Edge.Proxy.Front;

/// <summary>One address to serve visitors on. Without more it is plain HTTP/1.1, with nothing between socket and parser.</summary>
internal sealed record ListenerOptions(IPEndPoint Endpoint)
{
    /// <summary>Set, the listener speaks TLS with these, and HTTP/2 with whoever offers it by ALPN.</summary>
    public ICertificates? Certificates { get; init; }

    /// <summary>HTTP/2 without TLS, for clients that know so beforehand; HTTP/1.1 is not understood there.</summary>
    public bool Http2Only { get; init; }

    /// <summary>Whose connections begin with a PROXY header; all others are served as who they are. null: nobody's.</summary>
    public IReadOnlyList<IPNetwork>? ProxyProtocolFrom { get; init; }
}
