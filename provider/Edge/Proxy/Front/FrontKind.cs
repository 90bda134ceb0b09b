namespace EdgeInfra.Edge.Proxy.Front;

/// <summary>What serves HTTP/1.1 without TLS; TLS and HTTP/2 are Kestrel's in any case.</summary>
internal enum FrontKind
{
    Kestrel,
    Sockets,
}
