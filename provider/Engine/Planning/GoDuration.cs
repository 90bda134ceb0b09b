using System.Buffers;
using System.Globalization;

namespace EdgeInfra.Engine.Planning;

/// <summary>Durations as programs write them for <c>customTimeouts</c>: <c>90s</c>, <c>5m</c>, <c>1h30m</c>.</summary>
internal static class GoDuration
{
    private static readonly (string Unit, double Seconds)[] Units =
        [("ns", 1e-9), ("us", 1e-6), ("µs", 1e-6), ("ms", 1e-3), ("s", 1), ("m", 60), ("h", 3600)];

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <summary>Seconds; nothing is 0.</summary>
    /// <exception cref="FormatException">Not a duration.</exception>
    public static double Seconds(string text)
    {
        var total = 0d;
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var digits = rest.IndexOfAnyExcept(Digits);
            var unit = digits <= 0 ? default : Match(rest[digits..]);
            if (unit.Unit is null
                || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
            {
                throw new FormatException($"'{text}' is not a duration; write it as in 90s, 5m or 1h30m");
            }

            total += count * unit.Seconds;
            rest = rest[(digits + unit.Unit.Length)..];
        }

        return total;
    }

    // The first that fits: two-letter units stand before the letters they begin or end with.
    private static (string Unit, double Seconds) Match(ReadOnlySpan<char> text)
    {
        foreach (var unit in Units)
        {
            if (text.StartsWith(unit.Unit, StringComparison.Ordinal))
            {
                return unit;
            }
        }

        return default;
    }
}
