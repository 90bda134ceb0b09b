using System.Globalization;

namespace EdgeInfra.Edge.Cache;

/// <summary>One range of a body, both ends included (RFC 9110, 14.1.2).</summary>
internal readonly record struct BodyRange(long First, long Last)
{
    public long Length => Last - First + 1;

    /// <returns>
    /// Whether there is one range to obey, and the range; null then means that it cannot be satisfied (416). Several ranges, other units and what cannot be read are
    /// answered with the whole.
    /// </returns>
    public static (bool Asked, BodyRange? Range) Read(string? header, long length)
    {
        const string Unit = "bytes=";
        if (header is null || !header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase))
        {
            return (false, null);
        }

        var text = header.AsSpan(Unit.Length).Trim(" \t");
        var dash = text.IndexOf('-');
        if (dash < 0 || text.Contains(','))
        {
            return (false, null);
        }

        if (dash == 0)
        {
            return Number(text[1..]) is not { } suffix ? (false, null)
                : (true, suffix > 0 && length > 0 ? new(Math.Max(0, length - suffix), length - 1) : null);
        }

        var last = dash == text.Length - 1 ? long.MaxValue : Number(text[(dash + 1)..]);
        return Number(text[..dash]) is not { } first || last is null || last < first ? (false, null)
            : (true, first < length ? new(first, Math.Min(last.Value, length - 1)) : null);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"bytes {First}-{Last}");

    private static long? Number(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
