namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>Why a wait for a client's bytes has ended.</summary>
internal enum Woken
{
    /// <summary>Bytes came, or their end.</summary>
    Came,

    /// <summary>The client took longer than it may.</summary>
    TimedOut,

    /// <summary>Whoever waits is not to wait any longer.</summary>
    Cancelled,

    /// <summary>The listener closes.</summary>
    Stopping,
}
