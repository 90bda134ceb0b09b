namespace EdgeInfra.Edge.Proxy.Seeing;

/// <summary>How often the configuration was swapped, and how long that took. Only one thread at a time swaps; any may read.</summary>
internal sealed class SwapTimes
{
    private long _count, _ticks;

    public long Count => Volatile.Read(ref _count);

    public TimeSpan Sum => new(Volatile.Read(ref _ticks));

    public void Add(TimeSpan took)
    {
        Interlocked.Increment(ref _count);
        Interlocked.Add(ref _ticks, took.Ticks);
    }
}
