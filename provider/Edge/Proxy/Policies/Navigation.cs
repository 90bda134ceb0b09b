using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>Whether a person goes to a page, rather than a page fetching something. What the path looks like says nothing about it.</summary>
internal static class Navigation
{
    /// <summary>The headers that decide; answers that depend on it vary by them.</summary>
    public const string Headers = "Accept, Sec-Fetch-Mode";

    public static bool Is(EdgeRequest request) =>
        request.Method is "GET" or "HEAD"
        && (request.Headers.First("Sec-Fetch-Mode") is { } mode
            ? mode.Equals("navigate", StringComparison.OrdinalIgnoreCase)
            : request.Headers.Joined("Accept", ',') is { } accept && NamesHtml(accept));

    private static bool NamesHtml(string accept)
    {
        foreach (var range in accept.AsSpan().Split(','))
        {
            var one = accept.AsSpan(range);
            var end = one.IndexOf(';');
            if ((end < 0 ? one : one[..end]).Trim().Equals("text/html", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
