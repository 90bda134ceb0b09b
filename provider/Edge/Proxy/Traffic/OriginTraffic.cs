using System.Collections.Concurrent;

namespace EdgeInfra.Edge.Proxy.Traffic;

/// <summary>What one service has asked of one backend since the start. Belongs to the name, so it goes on when the backend is changed.</summary>
internal sealed class OriginTraffic(string name)
{
    private const int MostCodes = 64;

    private readonly long[] _failures = new long[Enum.GetValues<EdgeError>().Length];
    private readonly ConcurrentDictionary<string, long> _refusals = new(StringComparer.Ordinal);
    private long _attempts, _renewals;

    public string Name { get; } = name;

    /// <summary>Requests that went to it, also those that did not get through.</summary>
    public long Attempts => Volatile.Read(ref _attempts);

    /// <summary>Requests repeated on a new connection, because the origin had closed the one they were sent on.</summary>
    public long Renewals => Volatile.Read(ref _renewals);

    public FirstByteTimes FirstBytes { get; } = new();

    /// <summary>Answers by which a store refused the edge rather than the client, by the store's code.</summary>
    public IEnumerable<KeyValuePair<string, long>> Refusals => _refusals.OrderBy(refusal => refusal.Key, StringComparer.Ordinal);

    public long Failures(EdgeError error) => Volatile.Read(ref _failures[(int)error]);

    public void CountAttempt() => Interlocked.Increment(ref _attempts);

    public void CountRenewal() => Interlocked.Increment(ref _renewals);

    /// <summary>Beyond so many codes all others count as one, so that an origin cannot fill the memory with names.</summary>
    public void CountRefusal(string code) => _refusals.AddOrUpdate(
        _refusals.Count < MostCodes || _refusals.ContainsKey(code) ? code : "(others)", 1, static (_, count) => count + 1);

    /// <summary>What is the client's fault is not counted.</summary>
    public void CountFailure(EdgeError error)
    {
        if (error is not (EdgeError.MalformedRequest or EdgeError.ClientTooSlow or EdgeError.BodyTooLarge))
        {
            Interlocked.Increment(ref _failures[(int)error]);
        }
    }
}
