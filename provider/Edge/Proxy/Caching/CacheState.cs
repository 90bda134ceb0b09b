namespace EdgeInfra.Edge.Proxy.Caching;

/// <summary>What the cache had to do with an answer.</summary>
internal enum CacheState
{
    /// <summary>Nothing: there is none, or the edge answered by itself.</summary>
    None,

    /// <summary>It was not asked, or is not to keep the origin's answer.</summary>
    Pass,

    /// <summary>It had none that could be served; the origin's answer may be kept.</summary>
    Miss,

    /// <summary>A stored answer was fresh.</summary>
    Hit,

    /// <summary>A stored answer was not fresh, and the origin stood by it.</summary>
    Revalidated,

    /// <summary>A stored answer was not fresh, and the origin could not be asked.</summary>
    Stale,
}
