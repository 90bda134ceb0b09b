using EdgeInfra.Edge.Proxy.Policies;
using EdgeInfra.Edge.Proxy.Shields;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>
/// What origins are while configurations come and go: connection pools by identity, health by identity, probe and key. Whatever no configuration
/// in use names any more is closed.
/// </summary>
internal sealed class OriginRegistry(
    NameResolver names, ProbeSettings probes, TimeProvider time, Action<string> log, ShieldPlaces shields, PolicyRegistry policies)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<OriginIdentity, Shared<OriginPool>> _pools = [];
    private readonly Dictionary<(OriginIdentity, HealthProbe, string), Shared<Prober>> _probers = [];

    public int Pools
    {
        get
        {
            lock (_gate)
            {
                return _pools.Count;
            }
        }
    }

    public int Probers
    {
        get
        {
            lock (_gate)
            {
                return _probers.Count;
            }
        }
    }

    public LiveOrigin Take(Origin origin)
    {
        lock (_gate)
        {
            var pool = Use(_pools, origin.Identity, () => new OriginPool(origin.Identity, names, time));
            var policy = policies.Take(origin);
            var prober = origin.Probe is { } probe
                ? Use(_probers, (origin.Identity, probe, origin.HealthKey), () => Made(origin.Identity, probe, policy))
                : null;
            return new LiveOrigin(origin, pool, prober) { Shield = shields.To(origin), Policy = policy };
        }
    }

    /// <summary>
    /// An origin as it is, without becoming its user. What nobody uses is imagined: no connection, and the health that is assumed at first.
    /// </summary>
    public LiveOrigin Peek(Origin origin)
    {
        lock (_gate)
        {
            var pool = _pools.TryGetValue(origin.Identity, out var known) ? known.Value : new OriginPool(origin.Identity, names, time);
            var prober = origin.Probe is not { } probe ? null
                : _probers.TryGetValue((origin.Identity, probe, origin.HealthKey), out var probed) ? probed.Value
                : new Prober(origin.Identity, probe, names, probes, time, log);
            return new LiveOrigin(origin, pool, prober) { Policy = PolicyRegistry.Peek(origin), Shield = shields?.To(origin) };
        }
    }

    public void Release(IEnumerable<LiveOrigin> origins)
    {
        lock (_gate)
        {
            foreach (var origin in origins)
            {
                Drop(_pools, origin.Origin.Identity);
                policies.Release(origin.Origin);
                if (origin.Origin.Probe is { } probe)
                {
                    Drop(_probers, (origin.Origin.Identity, probe, origin.Origin.HealthKey));
                }
            }
        }
    }

    private Prober Made(OriginIdentity identity, HealthProbe probe, LivePolicy? policy)
    {
        var prober = new Prober(identity, probe, names, probes, time, log, probe.Policy is null ? null : policy);
        if (probes.AtLoad)
        {
            prober.Start();
        }

        return prober;
    }

    private static T Use<TKey, T>(Dictionary<TKey, Shared<T>> all, TKey key, Func<T> make)
        where TKey : notnull
        where T : IDisposable
    {
        if (!all.TryGetValue(key, out var shared))
        {
            all[key] = shared = new Shared<T>(make());
        }

        shared.Users++;
        return shared.Value;
    }

    private static void Drop<TKey, T>(Dictionary<TKey, Shared<T>> all, TKey key)
        where TKey : notnull
        where T : IDisposable
    {
        if (--all[key].Users == 0)
        {
            all[key].Value.Dispose();
            all.Remove(key);
        }
    }

    private sealed class Shared<T>(T value)
    {
        public T Value { get; } = value;

        public int Users { get; set; }
    }
}
