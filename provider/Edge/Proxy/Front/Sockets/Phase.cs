namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>What a connection waits for its client to do, and so what limit holds.</summary>
internal enum Phase
{
    /// <summary>Nothing: it is the edge's turn.</summary>
    Serving,

    /// <summary>To say something at all.</summary>
    Idle,

    /// <summary>To end the head it has begun.</summary>
    Head,

    /// <summary>To send more of a body.</summary>
    Body,

    /// <summary>To send the rest of a body that nobody wants any more.</summary>
    Discarding,

    /// <summary>To see that the connection has ended.</summary>
    Closing,
}
