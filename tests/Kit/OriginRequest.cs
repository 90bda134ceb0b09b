namespace Kit;

/// <summary>A request as it arrived: the head byte for byte (as Latin-1), and the body by its Content-Length.</summary>
public sealed record OriginRequest(string Head, string Body)
{
    public string Line => Head[..Head.IndexOf("\r\n", StringComparison.Ordinal)];

    public string Target => Line.Split(' ')[1];

    /// <summary>
    /// The value of a header; null when it is absent. Several lines come joined with " | ", so that a test can tell.
    /// </summary>
    public string? this[string name]
    {
        get
        {
            var values = Head.Split("\r\n").Skip(1)
                .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
                .Select(line => line[(name.Length + 1)..].Trim()).ToList();
            return values.Count == 0 ? null : string.Join(" | ", values);
        }
    }
}
