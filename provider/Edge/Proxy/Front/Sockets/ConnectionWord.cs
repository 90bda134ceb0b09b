namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>What an answer says of the connection's future.</summary>
internal enum ConnectionWord
{
    /// <summary>What goes without saying: it is kept.</summary>
    None,
    KeepAlive,
    Close,
    Upgrade,
}
