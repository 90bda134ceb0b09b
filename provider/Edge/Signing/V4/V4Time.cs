using System.Globalization;

namespace EdgeInfra.Edge.Signing.V4;

/// <summary>The scheme's times: <c>20130524T000000Z</c>.</summary>
internal static class V4Time
{
    private const string Form = "yyyyMMdd'T'HHmmss'Z'";

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
