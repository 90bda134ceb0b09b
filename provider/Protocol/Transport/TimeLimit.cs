namespace EdgeInfra.Protocol.Transport;

/// <summary>The longest an operation may take, as engines send it; 0 means no limit.</summary>
public static class TimeLimit
{
    // Timers count milliseconds in 32 bits, which is 49 days. Who allows more than that means: no limit.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>A source that is cancelled once the time is over, or never.</summary>
    public static CancellationTokenSource After(double seconds, TimeProvider time) =>
        seconds > 0 && seconds < Longest.TotalSeconds
            ? new CancellationTokenSource(TimeSpan.FromSeconds(seconds), time)
            : new CancellationTokenSource();
}
