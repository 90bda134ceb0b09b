using System.Collections.Concurrent;
using EdgeInfra.Edge.Proxy.Caching;

namespace EdgeInfra.Edge.Proxy.Traffic;

/// <summary>What one service has answered since the start. Counting takes no lock; the numbers are read while they grow.</summary>
internal sealed class ServiceTraffic(string serviceId)
{
    private const int Classes = 5;
    private const int MostOrigins = 1024;
    private const string Others = "(others)";

    private readonly ConcurrentDictionary<string, OriginTraffic> _origins = new(StringComparer.Ordinal);
    private readonly long[] _statuses = new long[Classes];
    private readonly long[] _cached = new long[Enum.GetValues<CacheState>().Length];
    private long _begun, _requests, _errors, _bytes, _failovers;

    public string ServiceId { get; } = serviceId;

    public long Requests => Volatile.Read(ref _requests);

    /// <summary>Requests that have begun and not ended yet.</summary>
    public long InFlight => -Requests + Volatile.Read(ref _begun); // in this order, or there could be less than none

    /// <summary>Requests answered with a page of the edge's own because no origin's answer was to be had.</summary>
    public long Errors => Volatile.Read(ref _errors);

    /// <summary>Bytes of bodies handed to clients' connections.</summary>
    public long BodyBytes => Volatile.Read(ref _bytes);

    /// <summary>How often a request went on to another origin because one could not be reached.</summary>
    public long Failovers => Volatile.Read(ref _failovers);

    public IEnumerable<OriginTraffic> Origins => _origins.Values;

    /// <summary>The counters of a backend. Names of dynamic ones could go on for ever; beyond so many, all have one together.</summary>
    public OriginTraffic Of(string name) => _origins.TryGetValue(name, out var known) ? known
        : _origins.GetOrAdd(_origins.Count < MostOrigins ? name : Others, static name => new OriginTraffic(name));

    public void CountFailover() => Interlocked.Increment(ref _failovers);

    /// <summary>Answers by hundreds of their status: 2 is 200 to 299.</summary>
    public long Statuses(int hundreds) => Volatile.Read(ref _statuses[hundreds - 1]);

    /// <summary>A request is the service's from now on; <see cref="Count"/> ends it.</summary>
    public void Begin() => Interlocked.Increment(ref _begun);

    /// <summary>Requests by what the cache had to do with their answers.</summary>
    public long Cached(CacheState state) => Volatile.Read(ref _cached[(int)state]);

    public void CountCached(CacheState state) => Interlocked.Increment(ref _cached[(int)state]);

    /// <param name="status">0 when the client left before an answer began.</param>
    public void Count(int status, long bodyBytes, bool isError)
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Add(ref _bytes, bodyBytes);
        if (isError)
        {
            Interlocked.Increment(ref _errors);
        }

        if (status is >= 100 and < 600)
        {
            Interlocked.Increment(ref _statuses[status / 100 - 1]);
        }
    }
}
