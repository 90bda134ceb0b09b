using EdgeInfra.Edge.Cache;
using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Caching;

/// <summary>The header lines of an answer as they are kept: without those that belonged to one exchange or one client.</summary>
internal static class StoredHeaders
{
    public static HeaderLine[] Of(HeaderList headers, in CacheDirectives said, DateTimeOffset received)
    {
        var kept = new List<HeaderLine>();
        foreach (ref readonly var line in headers.Lines)
        {
            if (!HopByHop.Is(line.Name) && !HeaderList.Same(line.Name, "Age") && !HeaderList.Same(line.Name, "Set-Cookie")
                && !IsNamed(said.PrivateFields, line.Name) && !IsNamed(said.NoCacheFields, line.Name))
            {
                kept.Add(line);
            }
        }

        if (headers.First("Date") is null)
        {
            kept.Add(new("Date", HttpDate.Write(received))); // RFC 9110, 6.6.1
        }

        return [.. kept];
    }

    /// <summary>Takes over what a 304 says, except about the body, which it does not have (RFC 9111, 3.2).</summary>
    public static void Update(HeaderList stored, HeaderList said)
    {
        stored.Remove("Date"); // that of the 304 counts, or else the time it came
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (ref readonly var line in said.Lines)
        {
            if (IsOfBody(line.Name) || HopByHop.Is(line.Name))
            {
                continue;
            }

            if (seen.Add(line.Name))
            {
                stored.Remove(line.Name);
            }

            stored.Add(line.Name, line.Value);
        }
    }

    private static bool IsOfBody(string name) =>
        HeaderList.Same(name, "Content-Encoding") || HeaderList.Same(name, "Content-Length") || HeaderList.Same(name, "Content-Range")
        || HeaderList.Same(name, "Content-Type") || HeaderList.Same(name, "ETag") || HeaderList.Same(name, "Vary");

    private static bool IsNamed(string? names, string name) => names is not null && Tokens.Contains(names, name);
}
