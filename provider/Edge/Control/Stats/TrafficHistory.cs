namespace EdgeInfra.Edge.Control;

/// <summary>What was answered in each minute of the last day. In memory only: it begins anew with the process.</summary>
/// <remarks>Requests only count up; the minutes come from looking at the counters every few seconds, and before each answer.</remarks>
internal sealed class TrafficHistory : IDisposable
{
    /// <summary>How long it may take until a request is counted here.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1), Recent = TimeSpan.FromSeconds(120);

    private readonly Func<IEnumerable<TrafficTotals>> _totals;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly Lock _looking = new();
    private readonly Dictionary<string, TrafficTotals> _seen = [];
    private readonly Dictionary<string, List<TrafficMinute>> _minutes = [], _recent = [];

    public TrafficHistory(Func<IEnumerable<TrafficTotals>> totals, TimeProvider clock)
    {
        (_totals, _clock) = (totals, clock);
        _timer = clock.CreateTimer(_ => Look(), null, Pause, Pause);
    }

    /// <summary>Minutes in which the service was asked for anything, oldest first.</summary>
    public IReadOnlyList<TrafficMinute> Of(string serviceId) => From(_minutes, serviceId);

    /// <summary>What was counted in the last two minutes, each with the second it was counted in; oldest first.</summary>
    public IReadOnlyList<TrafficMinute> RecentOf(string serviceId)
    {
        var oldest = _clock.GetUtcNow() - Recent;
        return [.. From(_recent, serviceId).Where(one => one.Start >= oldest)];
    }

    private List<TrafficMinute> From(Dictionary<string, List<TrafficMinute>> kept, string serviceId)
    {
        Look();
        lock (_looking)
        {
            return kept.TryGetValue(serviceId, out var steps) ? [.. steps] : [];
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        lock (_looking)
        {
            var now = _clock.GetUtcNow();
            foreach (var totals in _totals())
            {
                var more = _seen.TryGetValue(totals.ServiceId, out var before) ? totals - before : totals;
                Add(_minutes, Start(now, TimeSpan.TicksPerMinute), Kept, more);
                Add(_recent, Start(now, TimeSpan.TicksPerSecond), Recent, more);
                _seen[totals.ServiceId] = totals;
            }
        }
    }

    private static DateTimeOffset Start(DateTimeOffset now, long step) => new(now.Ticks - now.Ticks % step, TimeSpan.Zero);

    private static void Add(Dictionary<string, List<TrafficMinute>> kept, DateTimeOffset start, TimeSpan length, TrafficTotals more)
    {
        if (more.Requests == 0)
        {
            return;
        }

        if (!kept.TryGetValue(more.ServiceId, out var steps))
        {
            kept[more.ServiceId] = steps = [];
        }

        if (steps.Count > 0 && steps[^1].Start == start)
        {
            steps[^1] = steps[^1] with { Totals = steps[^1].Totals + more };
        }
        else
        {
            steps.RemoveAll(old => old.Start <= start - length);
            steps.Add(new(start, more));
        }
    }
}
