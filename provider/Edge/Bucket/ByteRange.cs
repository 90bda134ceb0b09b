using System.Globalization;

namespace EdgeInfra.Edge.Bucket;

/// <summary>One range of bytes, both ends included. S3 answers requests for several ranges, and ones it can't read, with everything.</summary>
internal readonly record struct ByteRange(long First, long Last)
{
    public long Length => Last - First + 1;

    /// <returns>Whether there is a range to obey, and the range; null then means that it can't be satisfied.</returns>
    public static (bool Asked, ByteRange? Range) Read(string? header, long length)
    {
        if (header is null || !header.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase) || header.Contains(',', StringComparison.Ordinal)
            || header[6..].Split('-') is not [var from, var to])
        {
            return (false, null);
        }

        if (from.Trim().Length == 0)
        {
            return Number(to) is not { } suffix ? (false, null)
                : (true, suffix > 0 && length > 0 ? new ByteRange(Math.Max(0, length - suffix), length - 1) : null);
        }

        var last = to.Trim().Length == 0 ? long.MaxValue : Number(to);
        return Number(from) is not { } first || last is null || last < first ? (false, null)
            : (true, first < length ? new ByteRange(first, Math.Min(last.Value, length - 1)) : null);
    }

    private static long? Number(string text) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
