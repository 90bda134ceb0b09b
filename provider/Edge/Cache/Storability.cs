namespace EdgeInfra.Edge.Cache;

/// <summary>Whether a shared cache may keep an answer (RFC 9111, 3; what Fastly keeps by default).</summary>
internal static class Storability
{
    /// <summary>Why an answer is not kept, in a few words; null when it is.</summary>
    public static string? Refuses(HeaderList request, int status, HeaderList answer, in CacheWish wish, in Lifetime lifetime)
    {
        var said = TargetedCacheControl.Read(answer) ?? CacheDirectives.Of(answer, "Cache-Control") ?? new CacheDirectives();
        var surrogate = CacheDirectives.Of(answer, "Surrogate-Control");
        var isWished = wish.Ttl is not null;
        return wish.Pass ? "pass"
            : IsForOneRequest(status) ? "for this request only"
            : !isWished && !MayBe(status, answer) ? "status"
            : surrogate?.NoStore == true || surrogate?.Private == true ? "Surrogate-Control"
            : !isWished && surrogate?.MaxAge is null && (said.NoStore || said.Private) ? said.NoStore ? "no-store" : "private"
            : answer.First("Set-Cookie") is not null && !isWished ? "Set-Cookie"
            : answer.Joined("Vary", ',')?.Contains('*', StringComparison.Ordinal) == true ? "Vary: *"
            : request.First("Authorization") is not null && !AllowsShared(said, surrogate) ? "Authorization"
            : lifetime.Fresh <= TimeSpan.Zero && lifetime.Total <= TimeSpan.Zero && !HasValidator(answer) ? "no lifetime"
            : isWished && wish.Ttl <= TimeSpan.Zero ? "no lifetime"
            : null;
    }

    /// <summary>Whether the origin can be asked if a stored answer is still good.</summary>
    public static bool HasValidator(HeaderList answer) => answer.First("ETag") is not null || answer.First("Last-Modified") is not null;

    // A part, or that a condition or range of this very request does or does not hold: nothing for others, whatever anybody wishes.
    private static bool IsForOneRequest(int status) => status is < 200 or 206 or 304 or 412 or 416 or 417;

    // Those that are cached by heuristics at Fastly; others only if they say so themselves.
    private static bool MayBe(int status, HeaderList answer) =>
        status is 200 or 203 or 300 or 301 or 302 or 404 or 410
        || Freshness.IsExplicit(answer);

    private static bool AllowsShared(in CacheDirectives said, in CacheDirectives? surrogate) =>
        said.Public || said.MustRevalidate || said.SharedMaxAge is not null || surrogate?.MaxAge is not null;
}
