namespace EdgeInfra.Edge.Proxy.Caching;

/// <summary>States of the cache as metrics and the access log name them.</summary>
internal static class CacheStates
{
    public static string Name(CacheState state) => state switch
    {
        CacheState.Pass => "pass",
        CacheState.Miss => "miss",
        CacheState.Hit => "hit",
        CacheState.Revalidated => "revalidated",
        CacheState.Stale => "stale",
        _ => "none",
    };
}
