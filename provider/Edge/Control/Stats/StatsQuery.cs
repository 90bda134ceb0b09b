namespace EdgeInfra.Edge.Control;

/// <summary>What a caller of the statistics wants to see: from when to when, in which steps, of which region.</summary>
internal sealed record StatsQuery(DateTimeOffset From, DateTimeOffset To, string By, string Region)
{
    /// <summary>The one region there is.</summary>
    public const string Local = "local";

    private const string Everywhere = "all", Day = "day";

    private static readonly Dictionary<string, (TimeSpan Step, TimeSpan Usual)> Steps = new()
    {
        ["minute"] = (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(30)),
        ["hour"] = (TimeSpan.FromHours(1), TimeSpan.FromDays(1)),
        [Day] = (TimeSpan.FromDays(1), TimeSpan.FromDays(30)),
    };

    public static Decided<StatsQuery> Of(ControlCall call, DateTimeOffset now)
    {
        var by = Given(call.Query("by")) ?? Day;
        if (!Steps.TryGetValue(by, out var step))
        {
            return Refusals.BadRequest($"by is \"{by}\", but must be one of {string.Join(", ", Steps.Keys)}");
        }

        var (from, to) = (Given(call.Query("from")), Given(call.Query("to")));
        return (from is null ? now - step.Usual : StatsTime.Read(from, now)) is not { } start ? Unreadable("from", from)
            : (to is null ? now : StatsTime.Read(to, now)) is not { } end ? Unreadable("to", to)
            : start > end ? Refusals.BadRequest("from is later than to")
            : new StatsQuery(start, end, by, Given(call.Query("region")) ?? Everywhere);
    }

    /// <summary>The minutes wanted, put together in the steps wanted, oldest first.</summary>
    public IEnumerable<TrafficMinute> Select(IEnumerable<TrafficMinute> minutes) => Region is not (Everywhere or Local) ? [] :
        from minute in minutes
        let start = Start(minute.Start)
        where start >= Start(From) && minute.Start <= To
        group minute.Totals by start into step
        orderby step.Key
        select new TrafficMinute(step.Key, step.Aggregate((sum, next) => sum + next));

    private DateTimeOffset Start(DateTimeOffset time) => new(time.Ticks - time.Ticks % Steps[By].Step.Ticks, TimeSpan.Zero);

    private static Refusal Unreadable(string name, string? value) => Refusals.BadRequest(
        $"{name} is \"{value}\", but must be a time such as 2030-01-31T12:00:00Z, 1893456000, \"10 days ago\" or \"now\"");

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
