namespace EdgeInfra.Edge.Proxy.Http;

/// <summary>How the edge compresses a body; what an origin has compressed itself is none of these.</summary>
internal enum ContentCoding
{
    None,
    Gzip,
    Brotli,
}
