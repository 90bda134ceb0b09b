using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Shields;

/// <summary>Another place, as this one reaches it. One that could not be reached is passed over for a while.</summary>
internal sealed class ShieldNode : IDisposable
{
    // What nginx gives a server that failed (fail_timeout).
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    // Its backends have limits of their own; here only memory is to be limited.
    private const int MostConnections = 8192;

    private readonly string _name;
    private readonly TimeProvider _time;
    private readonly OriginPool _pool;
    private readonly OriginIdentity _identity;
    private long _failedAt;

    public ShieldNode(string name, string host, int port, NameResolver names, TimeProvider time)
    {
        (_name, _time) = (name, time);
        _identity = new OriginIdentity
        {
            Address = host, Port = port, PreferIpv6 = false, Tls = null, MaxConnections = MostConnections, KeepIdle = TimeSpan.FromSeconds(60),
            MaxUses = int.MaxValue, MaxLifetime = Timeout.InfiniteTimeSpan,
            TcpKeepalive = new TcpKeepalive(TimeSpan.FromSeconds(300), TimeSpan.FromSeconds(10), 3),
        };
        _pool = new OriginPool(_identity, names, time);
    }

    public bool IsUp => Volatile.Read(ref _failedAt) is var at && (at == 0 || _time.GetElapsedTime(at) >= Rest);

    /// <summary>Passes it over for a while.</summary>
    public void Failed() => Volatile.Write(ref _failedAt, Math.Max(1, _time.GetTimestamp()));

    /// <summary>What a request to the origin goes to instead.</summary>
    public LiveOrigin InsteadOf(Origin origin) => new(
        origin with
        {
            Name = $"shield {_name}",
            Identity = _identity,
            OverrideHost = null,
            Probe = null,

            // It waits for a place, for a connection and for the first byte itself, and its own answer is the better one.
            FirstByteTimeout = origin.FirstByteTimeout + (2 * origin.ConnectTimeout),
        },
        _pool,
        null);

    public void Dispose() => _pool.Dispose();
}
