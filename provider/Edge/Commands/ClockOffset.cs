using System.Globalization;

namespace EdgeInfra.Edge.Commands;

/// <summary>A span of time as it is given on the command line: +20m, -90s.</summary>
internal static class ClockOffset
{
    private const double Longest = 10 * 365; // days; what lies beyond is a slip

    /// <summary>null: can't be read.</summary>
    public static TimeSpan? Parse(string text)
    {
        double? unit = text.Length < 2 ? null : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => null };
        return unit is not null && int.TryParse(text[..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number * unit.Value) <= Longest * 86_400
            ? TimeSpan.FromSeconds(number * unit.Value) : null;
    }
}
