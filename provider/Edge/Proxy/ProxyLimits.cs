namespace EdgeInfra.Edge.Proxy;

/// <summary>What clients may do. Beyond it the answer is 400-something, or none, and the connection ends; docs/edge.md has the table.</summary>
internal sealed record ProxyLimits
{
    /// <summary>Bytes of the request line; 414 beyond. Fastly takes URLs of 8 KiB.</summary>
    public int RequestLine { get; init; } = (8 * 1024) + 64;

    /// <summary>Bytes of all header lines; 431 beyond. Fastly's documented limit.</summary>
    public int Headers { get; init; } = 69 * 1024;

    /// <summary>Header lines; 431 beyond. Fastly's documented limit.</summary>
    public int HeaderLines { get; init; } = 255;

    /// <summary>Bytes of a request's body; 413 beyond. Unset: how large they may be is the origin's business.</summary>
    public long? Body { get; init; }

    /// <summary>How long a client may take for its headers; 408 beyond. Kestrel's default.</summary>
    public TimeSpan HeadersTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an idle client connection is kept. Kestrel's default.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(130);

    /// <summary>How fast a body must come (408 below) and an answer be taken (closed below), on average. Kestrel's default.</summary>
    public double BytesPerSecond { get; init; } = 240;

    /// <summary>How long a client may be slower than that; more than a second, or Kestrel refuses it.</summary>
    public TimeSpan SlowTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a TLS handshake may take. Kestrel's default.</summary>
    public TimeSpan HandshakeTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a trusted peer may take for its PROXY header; it is the first thing a peer sends.</summary>
    public TimeSpan ProxyHeaderTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Client connections of all listeners together; at under 10 KB each, an attacker holds less than a gigabyte.</summary>
    public int Connections { get; init; } = 65_536;

    /// <summary>Client connections of one address. Unset: many visitors share the address of their provider.</summary>
    public int? ConnectionsPerClient { get; init; }

    /// <summary>Requests at once on an HTTP/2 connection. What RFC 9113 recommends, and most servers have.</summary>
    public int Streams { get; init; } = 100;

    /// <summary>Bytes of HPACK's table of headers for each HTTP/2 connection. The protocol's own default.</summary>
    public int HeaderTable { get; init; } = 4096;
}
