using EdgeInfra.Edge.Cache;
using EdgeInfra.Edge.Control;

namespace EdgeInfra.Edge;

/// <summary>Carries purges of the control API to the proxy's cache.</summary>
/// <param name="cache">null while there is none.</param>
internal sealed class CachePurges(Func<CacheStore?> cache) : IPurges
{
    public void Carry(Purge purge)
    {
        if (cache() is not { } store || purge.ServiceId is not { } service)
        {
            return; // what nobody serves is not kept
        }

        if (purge.Url is { } url)
        {
            var path = url.IndexOfAny(['/', '?']);
            var (host, target) = path < 0 ? (url, "/") : (url[..path], url[path] == '/' ? url[path..] : "/" + url[path..]);
            store.PurgeUrl(new CacheKey(service, host, target), purge.Soft);
        }
        else if (purge.Key is { } key)
        {
            store.PurgeKey(service, key, purge.Soft);
        }
        else
        {
            store.PurgeAll(service, purge.Soft);
        }
    }
}
