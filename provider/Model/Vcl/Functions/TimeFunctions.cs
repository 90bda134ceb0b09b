using System.Globalization;

namespace EdgeInfra.Model.Vcl;

/// <summary>Functions on times: strftime, <c>time.*</c>, <c>std.time</c>.</summary>
internal static class TimeFunctions
{
    public static Dictionary<string, Function> All { get; } = new()
    {
        ["strftime"] = new([VclType.String, VclType.Time], 2, given =>
        {
            var (format, time) = (given.Text(0), given.Time(1));
            return new TextCode(frame => TimeText.Write(format(frame), time(frame)));
        }),
        ["time.add"] = Shift(+1),
        ["time.sub"] = Shift(-1),
        ["time.is_after"] = new([VclType.Time, VclType.Time], 2, given =>
        {
            var (first, second) = (given.Time(0), given.Time(1));
            return Values.Bool(frame => first(frame) > second(frame));
        }),
        ["std.integer2time"] = new([VclType.Integer], 1, given =>
        {
            var seconds = given.Integer(0);
            return Values.Time(frame => Moment(seconds(frame)));
        }),
        ["std.time"] = new([VclType.String, VclType.Time], 2, given =>
        {
            var (text, otherwise) = (given.Text(0), given.Time(1));
            return Values.Time(frame => Read(text(frame)) ?? otherwise(frame));
        }),
    };

    private static Function Shift(int sign) => new([VclType.Time, VclType.Rtime], 2, given =>
    {
        var (time, by) = (given.Time(0), given.Rtime(1));
        return Values.Time(frame => Moved(time(frame), sign * by(frame)));
    });

    // Times end where the calendar does.
    private static DateTimeOffset Moved(DateTimeOffset time, TimeSpan by) =>
        by > DateTimeOffset.MaxValue - time ? DateTimeOffset.MaxValue
        : by < DateTimeOffset.MinValue - time ? DateTimeOffset.MinValue
        : time + by;

    private static DateTimeOffset Moment(long seconds) =>
        Moved(DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(Math.Clamp(seconds, -100_000_000_000, 400_000_000_000)));

    private static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text, ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"], CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out var time) ? time
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? Moment(seconds)
        : null;
}
