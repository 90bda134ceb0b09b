namespace EdgeInfra.Edge.Proxy.Caching;

/// <summary>Names that answers can be purged by, as their origin gives them. Beyond Fastly's limits they are not taken.</summary>
internal static class SurrogateKeys
{
    private const int LongestKey = 1024, LongestHeader = 16_384;

    public static IReadOnlyList<string> Of(string? header)
    {
        if (header is null)
        {
            return [];
        }

        // What stands beyond the limit is not read, not even the rest of a key that crosses it.
        var end = header.Length <= LongestHeader ? header.Length : header.AsSpan(0, LongestHeader + 1).LastIndexOf(' ');
        return [.. header[..Math.Max(0, end)].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(key => key.Length <= LongestKey).Distinct()];
    }
}
