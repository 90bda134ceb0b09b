namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>
/// Sets a connection's reading deadline as an exchange goes on. The sender of the request and the reader of the answer run side by side:
/// the wait for the first byte begins when all is sent, but not once it has come.
/// </summary>
internal sealed class ExchangeClock(Deadline reading, TimeProvider time)
{
    private readonly Lock _gate = new();
    private ExchangeLimits _limits = ExchangeLimits.None;
    private long _ends = long.MaxValue;
    private bool _sent;
    private bool _answering;

    public TimeSpan BetweenBytes => _limits.BetweenBytes;

    public bool Expired => reading.Expired;

    /// <summary>Whether the final answer has begun to come, as far as is known.</summary>
    public bool Answering => _answering;

    public void Begin(ExchangeLimits limits)
    {
        lock (_gate)
        {
            (_limits, _sent, _answering) = (limits, false, false);
            _ends = limits.Whole == Timeout.InfiniteTimeSpan
                ? long.MaxValue
                : time.GetTimestamp() + (long)(limits.Whole.TotalSeconds * time.TimestampFrequency);
            Set(Timeout.InfiniteTimeSpan);
        }
    }

    public void AllSent()
    {
        lock (_gate)
        {
            _sent = true;
            if (!_answering)
            {
                Set(_limits.FirstByte);
            }
        }
    }

    public void BytesCame()
    {
        lock (_gate)
        {
            _answering = true;
            Set(_limits.BetweenBytes);
        }
    }

    /// <summary>After an interim answer the wait for the real one begins anew.</summary>
    public void WasInterim()
    {
        lock (_gate)
        {
            _answering = false;
            Set(_sent ? _limits.FirstByte : Timeout.InfiniteTimeSpan);
        }
    }

    public void AwaitMore() => Set(_limits.BetweenBytes);

    /// <summary>Stands still, while it is not the origin that is waited for.</summary>
    public void Stop() => reading.Clear();

    private void Set(TimeSpan limit)
    {
        if (_ends != long.MaxValue)
        {
            var left = time.GetElapsedTime(time.GetTimestamp(), _ends);
            left = left > TimeSpan.Zero ? left : TimeSpan.Zero;
            limit = limit == Timeout.InfiniteTimeSpan || left < limit ? left : limit;
        }

        reading.Set(limit);
    }
}
