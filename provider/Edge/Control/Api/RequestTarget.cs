namespace EdgeInfra.Edge.Control;

/// <summary>The target of a request, taken apart before anything is decoded.</summary>
internal sealed record RequestTarget(IReadOnlyList<string> Segments, IReadOnlyList<KeyValuePair<string, string>> Query)
{
    /// <summary>Path and query as they were sent; for what holds a whole URL.</summary>
    public string Raw { get; private init; } = "";

    public static RequestTarget Parse(string raw)
    {
        var target = OriginForm(raw);
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];
        return new(
            [.. path.TrimEnd('/').Split('/').Skip(1).Select(Uri.UnescapeDataString)],
            question < 0 ? [] : [.. FormText.Pairs(target[(question + 1)..])]) { Raw = target };
    }

    // A client that takes this for a proxy sends the whole URL.
    private static string OriginForm(string raw)
    {
        var scheme = raw.StartsWith('/') ? -1 : raw.IndexOf("://", StringComparison.Ordinal);
        var slash = scheme < 0 ? 0 : raw.IndexOf('/', scheme + 3);
        return slash < 0 ? "/" : raw[slash..];
    }
}
