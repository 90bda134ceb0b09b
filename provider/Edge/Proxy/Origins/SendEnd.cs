namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>How sending a request's body ended.</summary>
internal enum SendEnd
{
    Sent,

    /// <summary>The origin takes no more; it may still have answered.</summary>
    OriginStopped,

    /// <summary>The client's body broke off, or broke the rules.</summary>
    ClientBroke,
}
