namespace EdgeInfra.Model;

/// <summary>What a header rule changes, by the name that VCL has for it in the subroutine of the rule's type.</summary>
/// <param name="Header">Its name and a colon's field, or null for what is no header.</param>
internal sealed record HeaderTarget(string Name, string? Header)
{
    private const string Http = "http.";

    /// <summary>Null when VCL has no name for it there.</summary>
    public static HeaderTarget? Of(Header header)
    {
        var owner = header.Type switch
        {
            "request" => "req",
            "fetch" => "bereq",
            "cache" => "beresp",
            _ => "resp",
        };
        if (header.Dst.StartsWith(Http, StringComparison.OrdinalIgnoreCase))
        {
            var name = header.Dst[Http.Length..];
            return IsName(name) ? new($"{owner}.http.{name}", name) : null;
        }

        return Others(owner).Contains(header.Dst) ? new($"{owner}.{header.Dst}", null) : null;
    }

    private static string[] Others(string owner) => owner switch
    {
        "req" => ["url", "backend", "method", "request"],
        "bereq" => ["url", "method", "request"],
        "beresp" => ["status", "response", "ttl", "grace", "stale_if_error", "stale_while_revalidate", "cacheable"],
        _ => ["status", "response"],
    };

    // VCL has names for these only. A colon stands before a field within the header.
    private static bool IsName(string name)
    {
        var parts = name.Split(':');
        return parts.Length <= 2 && char.IsAsciiLetter(parts[0].FirstOrDefault())
            && parts.All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
    }
}
