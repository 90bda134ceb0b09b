namespace EdgeInfra.Edge.Proxy.Traffic;

/// <summary>What one service has asked of one backend since the start. Belongs to the name, so it goes on when the backend is changed.</summary>
internal sealed class OriginTraffic(string name)
{
    private readonly long[] _failures = new long[Enum.GetValues<EdgeError>().Length];
    private long _attempts, _renewals;

    public string Name { get; } = name;

    /// <summary>Requests that went to it, also those that did not get through.</summary>
    public long Attempts => Volatile.Read(ref _attempts);

    /// <summary>Requests repeated on a new connection, because the origin had closed the one they were sent on.</summary>
    public long Renewals => Volatile.Read(ref _renewals);

    public FirstByteTimes FirstBytes { get; } = new();

    public long Failures(EdgeError error) => Volatile.Read(ref _failures[(int)error]);

    public void CountAttempt() => Interlocked.Increment(ref _attempts);

    public void CountRenewal() => Interlocked.Increment(ref _renewals);

    /// <summary>What is the client's fault is not counted.</summary>
    public void CountFailure(EdgeError error)
    {
        if (error is not (EdgeError.MalformedRequest or EdgeError.ClientTooSlow or EdgeError.BodyTooLarge))
        {
            Interlocked.Increment(ref _failures[(int)error]);
        }
    }
}
