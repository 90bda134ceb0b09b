namespace EdgeInfra.Edge.Cache;

/// <summary>How long an answer lives, and how old it is already (RFC 9111, 4.2; RFC 9213; Fastly's order of headers).</summary>
internal static class Freshness
{
    /// <summary>
    /// Configuration first, then Surrogate-Control, CDN-Cache-Control, s-maxage, max-age, Expires, and the default where none of them speaks.
    /// </summary>
    public static Lifetime Of(HeaderList answer, in CacheWish wish, DateTimeOffset received)
    {
        var surrogate = CacheDirectives.Of(answer, "Surrogate-Control");
        var cdn = TargetedCacheControl.Read(answer);
        var plain = CacheDirectives.Of(answer, "Cache-Control");
        var (fresh, source) = wish.Ttl is { } ttl ? (ttl, wish.Source)
            : surrogate?.MaxAge is { } surrogateAge ? (Seconds(surrogateAge), "Surrogate-Control")
            : cdn is { } targeted ? (Seconds(targeted.SharedMaxAge ?? targeted.MaxAge ?? 0), "CDN-Cache-Control")
            : plain?.SharedMaxAge is { } shared ? (Seconds(shared), "s-maxage")
            : plain?.MaxAge is { } age ? (Seconds(age), "max-age")
            : answer.First("Expires") is { } expires ? (Until(expires, answer, received), "Expires")
            : (wish.DefaultTtl, "default");

        var stale = surrogate ?? cdn ?? plain;
        return new Lifetime(
            fresh,
            Seconds(stale?.StaleWhileRevalidate ?? plain?.StaleWhileRevalidate ?? 0),
            wish.StaleIfError ?? Seconds(stale?.StaleIfError ?? plain?.StaleIfError ?? 0),
            source);
    }

    /// <summary>Whether anything in the answer itself says how long it lives.</summary>
    public static bool IsExplicit(HeaderList answer) =>
        CacheDirectives.Of(answer, "Surrogate-Control")?.MaxAge is not null
        || TargetedCacheControl.Read(answer) is { } cdn && (cdn.MaxAge ?? cdn.SharedMaxAge) is not null
        || CacheDirectives.Of(answer, "Cache-Control") is { } plain && (plain.MaxAge ?? plain.SharedMaxAge) is not null
        || answer.First("Expires") is not null;

    /// <summary>How old the answer was when it came: what caches before this one say, or what its Date tells, whichever is more (RFC 9111, 4.2.3).</summary>
    public static TimeSpan InitialAge(HeaderList answer, DateTimeOffset asked, DateTimeOffset received)
    {
        var apparent = HttpDate.Read(answer.First("Date")) is { } date ? received - date : TimeSpan.Zero;
        var told = Seconds(Age(answer)) + (received - asked);
        return apparent > told ? apparent : told;
    }

    // Of several values the first counts; one that is no number tells nothing.
    private static int Age(HeaderList answer)
    {
        var text = answer.First("Age").AsSpan();
        var comma = text.IndexOf(',');
        return CacheDirectives.Seconds((comma < 0 ? text : text[..comma]).Trim(" \t"));
    }

    // A date that cannot be read is in the past (RFC 9111, 5.3).
    private static TimeSpan Until(string expires, HeaderList answer, DateTimeOffset received)
    {
        var until = HttpDate.Read(expires);
        var made = HttpDate.Read(answer.First("Date")) ?? received;
        return until is null || until <= made ? TimeSpan.Zero : until.Value - made;
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
