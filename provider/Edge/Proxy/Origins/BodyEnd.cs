namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>How an origin's body came to its end.</summary>
internal enum BodyEnd
{
    Complete,

    /// <summary>The origin paused for longer than it may. What has arrived counts as all of it.</summary>
    TimedOut,

    /// <summary>The client takes no more.</summary>
    ClientGone,
}
