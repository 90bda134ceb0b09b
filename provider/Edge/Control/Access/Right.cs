namespace EdgeInfra.Edge.Control;

/// <summary>What a token must allow before a route may be taken.</summary>
internal enum Right
{
    /// <summary>Any token that is known.</summary>
    Known,
    Read,
    Write,
    PurgeSelect,
    PurgeAll,
}
