namespace EdgeInfra.Edge.Proxy.Traffic;

/// <summary>How long an origin took to its first byte, counted in steps. Counting takes no lock and no memory.</summary>
internal sealed class FirstByteTimes
{
    private readonly long[] _counts = new long[Bounds.Length + 1];
    private long _ticks;

    /// <summary>Where the steps end, in seconds; beyond the last is one without an end.</summary>
    public static double[] Bounds { get; } = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    public TimeSpan Sum => new(Volatile.Read(ref _ticks));

    public void Count(TimeSpan took)
    {
        var step = 0;
        while (step < Bounds.Length && took.TotalSeconds > Bounds[step])
        {
            step++;
        }

        Interlocked.Increment(ref _counts[step]);
        Interlocked.Add(ref _ticks, took.Ticks);
    }

    /// <summary>How many took at most as long as each bound; the last is all of them.</summary>
    public long[] Cumulative()
    {
        var (counts, total) = (new long[_counts.Length], 0L);
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = total += Volatile.Read(ref _counts[i]);
        }

        return counts;
    }
}
