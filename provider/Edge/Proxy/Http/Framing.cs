namespace EdgeInfra.Edge.Proxy.Http;

/// <summary>How the end of a body is known.</summary>
internal enum Framing
{
    None,
    Length,
    Chunked,
    UntilClose,
}
