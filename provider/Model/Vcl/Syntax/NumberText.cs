using System.Globalization;

namespace EdgeInfra.Model.Vcl;

/// <summary>
/// Numbers as VCL writes them: <c>12</c>, <c>1.5</c>, and relative times such as <c>250ms</c>, <c>10s</c>, <c>1.5h</c>.
/// </summary>
internal static class NumberText
{
    private static readonly Dictionary<string, double> Seconds = new(StringComparer.Ordinal)
    {
        ["ms"] = 0.001, ["s"] = 1, ["m"] = 60, ["h"] = 3_600, ["d"] = 86_400, ["y"] = 31_536_000,
    };

    public static (TokenKind Kind, string Text, int Length) Read(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '.' or '_'))
        {
            length++;
        }

        var text = rest[..length].ToString();
        return Kind(text) is { } kind ? (kind, text, length)
            : (TokenKind.Invalid, $"{text} is no number: there are 12, 1.5, and times in ms, s, m, h, d and y.", 0);
    }

    public static double? Real(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value) ? value : null;

    public static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The relative time, or null where it is none or beyond what a clock can hold.</summary>
    public static TimeSpan? RelativeTime(string text)
    {
        var digits = text.TrimEnd("smhdy".ToCharArray());
        var isTime = Seconds.TryGetValue(text[digits.Length..], out var unit);
        return isTime && Real(digits) is { } count && Math.Abs(count * unit) < 1e11 ? TimeSpan.FromSeconds(count * unit) : null;
    }

    private static TokenKind? Kind(string text) =>
        text.EndsWith('.') ? null
        : Whole(text) is not null ? TokenKind.Integer
        : text.Contains('.', StringComparison.Ordinal) && Real(text) is not null ? TokenKind.Float
        : RelativeTime(text) is not null ? TokenKind.RelativeTime
        : null;
}
