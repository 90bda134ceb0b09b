using System.Globalization;

namespace EdgeInfra.Edge.Bucket;

/// <summary>What the If- headers of a request come to, in the order of RFC 9110, 13.2.2: 200, 304 or 412.</summary>
internal static class Preconditions
{
    public static int Status(BucketObject found, Func<string, string?> header)
    {
        if (header("If-Match") is { } match ? !Lists(match, found.Tag) : IsAfter(found, header("If-Unmodified-Since")) == true)
        {
            return 412;
        }

        return header("If-None-Match") is { } noneMatch
            ? Lists(noneMatch, found.Tag) ? 304 : 200
            : IsAfter(found, header("If-Modified-Since")) == false ? 304 : 200;
    }

    /// <summary>Whether a Range is to be obeyed: always, unless If-Range names another state of the object.</summary>
    public static bool AllowRange(BucketObject found, string? ifRange) =>
        ifRange is null || ifRange == found.Tag || (Date(ifRange) is { } date && date == found.Modified);

    private static bool? IsAfter(BucketObject found, string? date) => Date(date) is { } since ? found.Modified > since : null;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static bool Lists(string tags, string tag) =>
        tags.Split(',', StringSplitOptions.TrimEntries)
            .Any(one => one == "*" || one == tag || one == tag.Trim('"') || (one.StartsWith("W/", StringComparison.Ordinal) && one[2..] == tag));
}
