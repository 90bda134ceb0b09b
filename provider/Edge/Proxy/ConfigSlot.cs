using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Edge.Proxy.Traffic;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy;

/// <summary>
/// Holds the configuration new requests begin with. A request takes it once and keeps it: publishing another one never changes a request
/// that is under way.
/// </summary>
internal sealed class ConfigSlot : IDisposable
{
    private readonly OriginRegistry _origins;
    private readonly TrafficCounters _traffic;
    private readonly Lock _publishing = new();
    private LiveConfig _current;

    public ConfigSlot(EdgeConfig initial, OriginRegistry origins, TrafficCounters traffic)
    {
        (_origins, _traffic) = (origins, traffic);
        _current = Live(initial);
    }

    /// <summary>The current configuration, entered; leave it when the request has ended.</summary>
    public LiveConfig Enter()
    {
        while (true)
        {
            var current = Volatile.Read(ref _current);
            if (current.TryEnter())
            {
                return current;
            }
        }
    }

    /// <summary>Publishing an equal one does nothing; then this is false.</summary>
    public bool Publish(EdgeConfig config)
    {
        lock (_publishing)
        {
            if (config == _current.Config)
            {
                return false;
            }

            // The new one takes its origins before the old one lets go, so whatever both have lives on.
            var replaced = Interlocked.Exchange(ref _current, Live(config));
            replaced.Leave();
            return true;
        }
    }

    public void Dispose() => Publish(EdgeConfig.Empty);

    private LiveConfig Live(EdgeConfig config)
    {
        var taken = new Dictionary<Origin, LiveOrigin>();
        return new LiveConfig(config, Take, _traffic, () => _origins.Release(taken.Values));

        LiveOrigin Take(Origin origin)
        {
            // Requests take dynamic ones, many at once.
            lock (taken)
            {
                if (!taken.TryGetValue(origin, out var live))
                {
                    taken[origin] = live = _origins.Take(origin);
                }

                return live;
            }
        }
    }
}
