using System.Net;
using EdgeInfra.Edge.Cache;
using EdgeInfra.Edge.Proxy;
using EdgeInfra.Edge.Proxy.Front;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Edge.Proxy.Shields;
using EdgeInfra.Edge.Proxy.Traffic;
using EdgeInfra.Edge.Seeing;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

/// <summary>A proxy on a real socket, with the clock in the test's hands where it wants it.</summary>
internal sealed class EdgeUnderTest : IAsyncDisposable
{
    private readonly EdgeProxy _proxy;

    private readonly RunningLog _log;

    private EdgeUnderTest(EdgeProxy proxy, RunningLog log) => (_proxy, _log) = (proxy, log);

    public IReadOnlyList<string> Log => _log.Lines;

    public required TrafficCounters Traffic { get; init; }

    public IPEndPoint Endpoint => _proxy.Endpoint;

    public Task<System.Text.Json.Nodes.JsonObject> Explain(ExplainQuestion question) => _proxy.Explain(question);

    public IEnumerable<MetricFamily> Metrics => _proxy.Metrics;

    public OriginRegistry Origins => _proxy.Origins;

    public CacheStore? Cache => _proxy.Cache;

    public static Task<EdgeUnderTest> Before(
        Origin origin, Func<Backend, Backend>? change = null, TimeProvider? time = null, ProxyLimits? limits = null, FrontKind? front = null) =>
        Serving(Version(At(origin, change)), time, limits: limits, front: front);

    public static async Task<EdgeUnderTest> Serving(
        ServiceVersion version, TimeProvider? time = null, bool probesAtLoad = true, NameResolver? names = null,
        ProxyLimits? limits = null, ShieldOptions? shields = null, bool fastlyHeaders = false,
        Action<EdgeRequest>? ended = null, Action<EdgeRequest>? begun = null, FrontKind? front = null, OriginSigners? signers = null,
        TimeProvider? clientTime = null, long cacheSize = 0)
    {
        var (log, traffic) = (new RunningLog(), new TrafficCounters());
        var proxy = await EdgeProxy.Start(new ProxyOptions
        {
            Listen = new IPEndPoint(IPAddress.Loopback, 0),
            Initial = Config(version),
            Time = time ?? TimeProvider.System,
            Random = new Random(7),
            Log = log.Add,
            Probes = new ProbeSettings(probesAtLoad, new NoJitter()),
            Traffic = traffic,
            Names = names,
            Limits = limits ?? new(),
            Shields = shields ?? new(),
            FastlyHeaders = fastlyHeaders,
            Ended = ended,
            Begun = begun,
            Front = front ?? Fronts.Usual,
            Signers = signers is null ? null : signers.For,
            CacheSize = cacheSize,
            ClientTime = clientTime ?? TimeProvider.System,
        });
        return new EdgeUnderTest(proxy, log) { Traffic = traffic };
    }

    public static Backend At(Origin origin, Func<Backend, Backend>? change = null, string name = "origin")
    {
        var backend = new Backend { Name = name, Address = "127.0.0.1", Port = origin.Port };
        return change is null ? backend : change(backend);
    }

    public static ServiceVersion Version(params Backend[] backends) =>
        new() { ServiceId = "svc", Number = 1, Domains = ["www.example.com"], Backends = [.. backends] };

    public static EdgeConfig Config(params ServiceVersion[] versions) => new([.. versions.Select(Compiler.Compile)]);

    public void Publish(params ServiceVersion[] versions) => _proxy.Publish(Config(versions));

    /// <summary>One more address; tells its port.</summary>
    public Task<IPEndPoint> Listen(Func<ListenerOptions, ListenerOptions> change) =>
        _proxy.Listen(change(new ListenerOptions(new IPEndPoint(IPAddress.Loopback, 0))));

    public Task Drain(CancellationToken giveUp) => _proxy.Drain(giveUp);

    /// <summary>Completes when a line with this text has been logged.</summary>
    public Task Logged(string text) => _log.Has(text);

    public Task<RawClient> Client() => RawClient.Connect(Endpoint);

    /// <summary>One request on a connection of its own.</summary>
    public async Task<RawAnswer> Ask(string request)
    {
        using var client = await Client();
        await client.Send(request);
        return await client.Answer(request.StartsWith("HEAD", StringComparison.Ordinal));
    }

    public Task<RawAnswer> Get(string path = "/", string host = "www.example.com", string headers = "") =>
        Ask($"GET {path} HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n");

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();
}
