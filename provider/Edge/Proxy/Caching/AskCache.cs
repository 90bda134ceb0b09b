using System.Text.Json.Nodes;
using EdgeInfra.Edge.Cache;
using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Caching;

/// <summary>Answers from the cache what it has and may give; what it has not may be kept when the origin has answered.</summary>
/// <param name="store">null where nothing is cached.</param>
internal sealed class AskCache(CacheStore? store, TimeProvider time) : IStage
{
    public ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        if (store is null)
        {
            return rest(request);
        }

        if (request.Watch is { } watch)
        {
            watch.Cache = Described(request);
            return rest(request);
        }

        request.Cached = CacheState.Pass;
        if (request.Method is not ("GET" or "HEAD"))
        {
            return IsSafe(request.Method) ? rest(request) : Invalidate(request, rest);
        }

        if (request.Passes || request.Body is not null || request.Upgrade is not null)
        {
            return rest(request);
        }

        var key = request.CacheKey;
        var found = request.ForcesMiss ? null : store.Find(key, request.Headers);
        var now = time.GetUtcNow();
        if (found is not null && found.IsFresh(now))
        {
            return Serve(request, found, now);
        }

        request.Cached = CacheState.Miss;
        request.Fill = new CacheFill(store, time, key, found);
        return Fill(request, rest);
    }

    private static async ValueTask Serve(EdgeRequest request, StoredAnswer found, DateTimeOffset now)
    {
        try
        {
            found.CountHit();
            request.Cached = CacheState.Hit;
            await CachedAnswer.Send(request, found, now);
        }
        finally
        {
            found.Body.Release();
        }
    }

    private static async ValueTask Fill(EdgeRequest request, EdgeHandler rest)
    {
        var fill = request.Fill!; // made by the caller
        try
        {
            await rest(request);
        }
        finally
        {
            fill.Dispose();
            request.Fill = null;
        }
    }

    // What an origin was told to change is not what is stored any more (RFC 9111, 4.4).
    private async ValueTask Invalidate(EdgeRequest request, EdgeHandler rest)
    {
        var key = request.CacheKey;
        await rest(request);
        if (request.Response.Status is >= 200 and < 400)
        {
            store!.PurgeUrl(key, soft: false);
        }
    }

    private static JsonObject Described(EdgeRequest request)
    {
        var isAsked = request.Method is "GET" or "HEAD" && !request.Passes;
        return new JsonObject
        {
            ["asked"] = isAsked,
            ["key"] = isAsked ? request.CacheKey.Host + request.CacheKey.Url : null,
            ["forcedMiss"] = request.ForcesMiss,
        };
    }

    private static bool IsSafe(string method) => method is "OPTIONS" or "TRACE" or "CONNECT" || Tokens.Contains("PROPFIND, REPORT, SEARCH", method);
}
