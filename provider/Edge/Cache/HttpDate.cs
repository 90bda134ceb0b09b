using System.Globalization;

namespace EdgeInfra.Edge.Cache;

/// <summary>Dates as HTTP has them: the form of today and the two old ones (RFC 9110, 5.6.7). Anything else is none.</summary>
internal static class HttpDate
{
    private static readonly string[] Old = ["dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy", "ddd MMM  d HH:mm:ss yyyy"];

    public static DateTimeOffset? Read(string? text)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return text is null ? null
            : DateTimeOffset.TryParseExact(text, "ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, Styles, out var date)
            || DateTimeOffset.TryParseExact(text, Old, CultureInfo.InvariantCulture, Styles, out date) ? date : null;
    }

    public static string Write(DateTimeOffset date) => date.ToString("r", CultureInfo.InvariantCulture);
}
