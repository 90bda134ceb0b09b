namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>The four forms of a request's target (RFC 9112, 3.2).</summary>
internal enum TargetForm
{
    /// <summary><c>/path?query</c></summary>
    Origin,

    /// <summary><c>http://host/path?query</c></summary>
    Absolute,

    /// <summary><c>host:port</c></summary>
    Authority,

    /// <summary><c>*</c></summary>
    Asterisk,
}
