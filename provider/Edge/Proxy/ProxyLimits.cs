namespace EdgeInfra.Edge.Proxy;

/// <summary>What a client may send. Beyond it the answer is 400-something and the connection ends.</summary>
internal sealed record ProxyLimits
{
    /// <summary>Bytes of the request line. Fastly takes URLs of 8 KiB.</summary>
    public int RequestLine { get; init; } = (8 * 1024) + 64;

    /// <summary>Bytes of all header lines. Fastly's documented limit.</summary>
    public int Headers { get; init; } = 69 * 1024;

    /// <summary>Header lines. Fastly's documented limit.</summary>
    public int HeaderLines { get; init; } = 255;

    /// <summary>How long a client may take for its headers. Kestrel's default.</summary>
    public TimeSpan HeadersTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an idle client connection is kept. Kestrel's default.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(130);
}
