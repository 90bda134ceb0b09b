namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>
/// A time limit that is set anew for every read or write. Moving it later costs a few instructions: the timer is touched only when it has
/// to ring earlier, and what it finds when it rings decides.
/// </summary>
internal sealed class Deadline(TimeProvider time, Action expire) : IDisposable
{
    private const long None = long.MaxValue;

    private readonly Lock _gate = new();
    private ITimer? _timer;
    private long _due = None;
    private long _armedFor = None;

    /// <summary>Whether the limit was reached; stays true.</summary>
    public bool Expired { get; private set; }

    public void Set(TimeSpan after)
    {
        if (after == Timeout.InfiniteTimeSpan)
        {
            Clear();
            return;
        }

        lock (_gate)
        {
            _due = time.GetTimestamp() + (long)(after.TotalSeconds * time.TimestampFrequency);
            if (_due < _armedFor)
            {
                Arm(after);
            }
        }
    }

    /// <summary>After this the limit is not reached any more, unless <see cref="Expired"/> already says so.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _due = None;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            (_due, _armedFor) = (None, long.MinValue);
            _timer?.Dispose();
        }
    }

    private void Arm(TimeSpan after)
    {
        _armedFor = _due;
        if (_timer is null)
        {
            _timer = time.CreateTimer(static deadline => ((Deadline)deadline!).Ring(), this, after, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _timer.Change(after, Timeout.InfiniteTimeSpan);
        }
    }

    private void Ring()
    {
        lock (_gate)
        {
            var left = _due == None ? TimeSpan.Zero : time.GetElapsedTime(time.GetTimestamp(), _due);
            if (_due == None || _armedFor == long.MinValue)
            {
                _armedFor = _armedFor == long.MinValue ? long.MinValue : None;
                return;
            }

            if (left > TimeSpan.Zero)
            {
                // Timers count whole milliseconds; one too early would ring again and again.
                Arm(left + TimeSpan.FromMilliseconds(1));
                return;
            }

            (Expired, _due, _armedFor) = (true, None, None);
        }

        expire();
    }
}
