using System.Globalization;

namespace EdgeInfra.Edge.Control;

/// <summary>Times as callers of the statistics give them: <c>now</c>, <c>10 days ago</c>, <c>yesterday</c>, unix seconds or ISO 8601.</summary>
internal static class StatsTime
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public static DateTimeOffset? Read(string text, DateTimeOffset now)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        }

        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["now"] => now,
            ["today"] => Midnight(now),
            ["yesterday"] => Midnight(now).AddDays(-1),
            [var count, var unit, "ago"] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => Ago(now, number, unit),
            _ => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var time) ? time : null,
        };
    }

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static DateTimeOffset Midnight(DateTimeOffset now) => new(now.UtcDateTime.Date, TimeSpan.Zero);

    private static DateTimeOffset? Ago(DateTimeOffset now, int number, string unit)
    {
        TimeSpan? one = unit.TrimEnd('s') switch
        {
            "second" => TimeSpan.FromSeconds(1),
            "minute" => TimeSpan.FromMinutes(1),
            "hour" => TimeSpan.FromHours(1),
            "day" => TimeSpan.FromDays(1),
            "week" => TimeSpan.FromDays(7),
            "month" => TimeSpan.FromDays(30),
            _ => null,
        };
        return one is { } length && length.TotalDays * number < 36_500 ? now - length * number : null;
    }
}
