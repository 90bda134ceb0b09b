using System.Net;

namespace EdgeInfra.Edge.Commands;

/// <summary>One address on which visitors are to be served.</summary>
/// <param name="Option">The option that asked for it, for messages.</param>
internal sealed record ListenerWish(string Option, IPEndPoint Endpoint)
{
    public const string Plain = "--listen";
    public const string Tls = "--listen-tls";
    public const string Http2 = "--listen-h2c";

    public bool IsTls => Option == Tls;

    public bool IsHttp2Only => Option == Http2;

    /// <summary>Whether trusted peers begin with a PROXY header.</summary>
    public bool ProxyProtocol { get; init; }

    public string UrlAt(IPEndPoint endpoint) => EndpointText.Url(endpoint, IsTls ? "https" : "http");
}
