namespace EdgeInfra.Edge.Control;

/// <summary>What was answered in each minute of the last day. In memory only: it begins anew with the process.</summary>
/// <remarks>Requests only count up; the minutes come from looking at the counters every few seconds, and before each answer.</remarks>
internal sealed class TrafficHistory : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1), Pause = TimeSpan.FromSeconds(5);

    private readonly Func<IEnumerable<TrafficTotals>> _totals;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly Lock _looking = new();
    private readonly Dictionary<string, TrafficTotals> _seen = [];
    private readonly Dictionary<string, List<TrafficMinute>> _minutes = [];

    public TrafficHistory(Func<IEnumerable<TrafficTotals>> totals, TimeProvider clock)
    {
        (_totals, _clock) = (totals, clock);
        _timer = clock.CreateTimer(_ => Look(), null, Pause, Pause);
    }

    /// <summary>Minutes in which the service was asked for anything, oldest first.</summary>
    public IReadOnlyList<TrafficMinute> Of(string serviceId)
    {
        Look();
        lock (_looking)
        {
            return _minutes.TryGetValue(serviceId, out var minutes) ? [.. minutes] : [];
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        lock (_looking)
        {
            var now = _clock.GetUtcNow();
            var minute = new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
            foreach (var totals in _totals())
            {
                Add(minute, _seen.TryGetValue(totals.ServiceId, out var before) ? totals - before : totals);
                _seen[totals.ServiceId] = totals;
            }
        }
    }

    private void Add(DateTimeOffset minute, TrafficTotals more)
    {
        if (more.Requests == 0)
        {
            return;
        }

        if (!_minutes.TryGetValue(more.ServiceId, out var minutes))
        {
            _minutes[more.ServiceId] = minutes = [];
        }

        if (minutes.Count > 0 && minutes[^1].Start == minute)
        {
            minutes[^1] = minutes[^1] with { Totals = minutes[^1].Totals + more };
        }
        else
        {
            minutes.RemoveAll(old => old.Start <= minute - Kept);
            minutes.Add(new(minute, more));
        }
    }
}
