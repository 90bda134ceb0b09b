using EdgeInfra.Edge.Cache;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Caching;

/// <summary>
/// A request that goes to the origin because the cache has nothing fresh. Its answer is kept when it may be and ended whole; an older one that is at hand is asked
/// about, and serves when the origin fails.
/// </summary>
/// <param name="old">Its body is held; released with this.</param>
internal sealed class CacheFill(CacheStore store, TimeProvider time, CacheKey key, StoredAnswer? old) : IDisposable
{
    private const string SurrogateKey = "Surrogate-Key";

    private readonly DateTimeOffset _asked = time.GetUtcNow();
    private readonly long _generation = store.Generation;
    private BodyCollector? _collector;
    private HeaderList? _head;
    private int _status;
    private string _reason = "";
    private Lifetime _lifetime;
    private DateTimeOffset _received;

    /// <summary>Whether the origin is asked if the stored answer still holds.</summary>
    public bool Asks => old is { Status: 200 } && (Tag is not null || Modified is not null);

    private string? Tag => First("ETag");

    private string? Modified => First("Last-Modified");

    /// <summary>Puts the stored answer's marks into the request to the origin, instead of the client's own conditions.</summary>
    public void Prepare(EdgeRequest request)
    {
        if (!Asks)
        {
            return;
        }

        request.ToOrigin.EnsureCopy();
        var headers = request.ToOrigin.Headers;
        foreach (var name in (ReadOnlySpan<string>)["If-None-Match", "If-Modified-Since", "If-Match", "If-Unmodified-Since", "If-Range", "Range"])
        {
            headers.Remove(name);
        }

        if (Tag is { } tag)
        {
            headers.Add("If-None-Match", tag);
        }

        if (Modified is { } modified)
        {
            headers.Add("If-Modified-Since", modified);
        }
    }

    /// <summary>Whether the origin stands by the stored answer.</summary>
    public bool IsConfirmedBy(int status) => status == 304 && Asks;

    /// <summary>Answers with the stored one, renewed by what the 304 says.</summary>
    public async ValueTask ServeConfirmed(EdgeRequest request)
    {
        var renewed = Renewed(request);
        request.Cached = CacheState.Revalidated;
        renewed.CountHit();
        var isHeld = renewed.Body.TryHold(); // the store takes the first hold over
        store.Put(renewed);
        if (isHeld)
        {
            try
            {
                await CachedAnswer.Send(request, renewed, time.GetUtcNow());
            }
            finally
            {
                renewed.Body.Release();
            }
        }
    }

    /// <summary>Whether the stored answer is better than an error.</summary>
    public bool MayStandIn
    {
        get
        {
            var now = time.GetUtcNow();
            return old is { MustRevalidate: false, AlwaysRevalidate: false } && old.Age(now) < old.Lifetime.Fresh + old.Lifetime.IfError;
        }
    }

    public async ValueTask StandIn(EdgeRequest request)
    {
        request.Cached = CacheState.Stale;
        await CachedAnswer.Send(request, old!, time.GetUtcNow()); // asked for by MayStandIn
    }

    /// <summary>Looks at the head of an answer, after the rules for it and before those for the client: whether to collect its body.</summary>
    public void Consider(EdgeRequest request) => Consider(request, isWhole: request.Method == "GET"); // to HEAD there comes no body

    private void Consider(EdgeRequest request, bool isWhole)
    {
        var response = request.Response;
        _received = time.GetUtcNow();
        var wish = CacheWishes.For(request);
        _lifetime = Freshness.Of(response.Headers, wish, _received);
        var refused = !isWhole ? "method"
            : Storability.Refuses(request.Headers, response.Status, response.Headers, wish, _lifetime);
        if (refused is null)
        {
            // As it is now: the rules for this client are still to come.
            (_status, _reason, _head) = (response.Status, response.Reason, new HeaderList());
            _head.CopyFrom(response.Headers);
            _collector = new BodyCollector(response.Length, store.LongestBody, store.OnTheWay);
        }
        else if (refused is "pass" or "private" or "no-store" or "Set-Cookie")
        {
            request.Cached = CacheState.Pass;
        }
    }

    /// <summary>Where the body is collected on its way; null when it is not.</summary>
    public BodyCollector? Collector => _collector is { IsTooLong: false } ? _collector : null;

    /// <summary>Keeps what was collected: call it when the body has ended whole, and only then.</summary>
    public void Keep(EdgeRequest request)
    {
        if (_collector?.Finish() is { } body)
        {
            store.Put(Stored(_status, _reason, _head!, body, _lifetime, Selection.Of(request.Headers, _head!))); // there is a head where there is a collector
        }
    }

    /// <summary>For an answer whose body was made here.</summary>
    public void KeepWhole(EdgeRequest request, ReadOnlySpan<byte> body)
    {
        Consider(request, isWhole: true);
        _collector?.Add(body);
        Keep(request);
    }

    public void Dispose()
    {
        _collector?.Dispose();
        old?.Body.Release();
    }

    private StoredAnswer Renewed(EdgeRequest request)
    {
        var headers = new HeaderList();
        foreach (ref readonly var line in old!.Headers.AsSpan()) // there is one, or nothing could be confirmed
        {
            headers.Add(line.Name, line.Value);
        }

        StoredHeaders.Update(headers, request.Response.Headers);
        _received = time.GetUtcNow();
        var wish = CacheWishes.For(request);
        old.Body.TryHold(); // for the store; it is held, so that cannot fail
        return Stored(old.Status, old.Reason, headers, old.Body, Freshness.Of(headers, wish, _received), old.Selection);
    }

    private StoredAnswer Stored(int status, string reason, HeaderList all, CachedBody body, in Lifetime lifetime, Selection selection)
    {
        var said = TargetedCacheControl.Read(all) ?? CacheDirectives.Of(all, "Cache-Control") ?? new CacheDirectives();
        var isOverruled = CacheDirectives.Of(all, "Surrogate-Control")?.MaxAge is not null || lifetime.Source is CacheWishes.Policy or CacheWishes.Rule;
        return new StoredAnswer
        {
            Key = key,
            Selection = selection,
            Status = status,
            Reason = reason,
            Headers = StoredHeaders.Of(all, said, _received),
            Body = body,
            Lifetime = lifetime,
            Received = _received,
            InitialAge = Freshness.InitialAge(all, _asked, _received),
            MustRevalidate = !isOverruled && (said.MustRevalidate || said.ProxyRevalidate || said.SharedMaxAge is not null),
            AlwaysRevalidate = !isOverruled && (said.NoCache || said.NoCacheFields is not null),
            SurrogateKeys = SurrogateKeys.Of(all.Joined(SurrogateKey, ' ')),
            Generation = _generation,
        };
    }

    private string? First(string name)
    {
        foreach (ref readonly var line in old!.Headers.AsSpan()) // asked only where there is one
        {
            if (HeaderList.Same(line.Name, name))
            {
                return line.Value;
            }
        }

        return null;
    }
}
