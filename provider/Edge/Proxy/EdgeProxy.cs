using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using EdgeInfra.Edge.Cache;
using EdgeInfra.Edge.Proxy.Explaining;
using EdgeInfra.Edge.Proxy.Front;
using EdgeInfra.Edge.Proxy.Front.Sockets;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Edge.Proxy.Policies;
using EdgeInfra.Edge.Proxy.Seeing;
using EdgeInfra.Edge.Proxy.Shields;
using EdgeInfra.Edge.Proxy.Traffic;
using EdgeInfra.Edge.Seeing;
using EdgeInfra.Model;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EdgeInfra.Edge.Proxy;

/// <summary>A running proxy: serves requests by the configuration last published. Drain it before disposing, or requests under way are broken off.</summary>
internal sealed class EdgeProxy : IAsyncDisposable
{
    private readonly ConfigSlot _slot;
    private readonly ShieldPlaces _shields;
    private readonly KestrelFront _front;
    private readonly ListenerSetup _setup;
    private readonly SocketFront? _sockets;
    private readonly List<IListener> _listeners = [];
    private readonly ConcurrentQueue<ListenerTraffic> _clients = [];
    private readonly SwapTimes _swaps = new();
    private readonly ProxyMetrics _metrics;
    private readonly Explainer _explainer;
    private readonly TimeProvider _time;
    private readonly CacheStore? _cache;

    private EdgeProxy(ConfigSlot slot, OriginRegistry origins, ShieldPlaces shields, ProxyOptions options)
    {
        (_slot, Origins, _shields, _time) = (slot, origins, shields, options.Time);
        var node = EdgeNode.Alone with { Place = options.Shields.Place };
        var signature = new NodeSignature(options.Shields, options.Time);
        _cache = options.CacheSize > 0 ? new CacheStore(options.CacheSize) : null;
        var pipeline = EdgePipeline.Build(slot, node, signature, options, _cache);
        _front = new KestrelFront(pipeline, options.Limits.Body, options.Time, options.Log, options.Ended, options.Begun);
        _setup = new ListenerSetup(options.Limits, options.Time, options.Log);
        _sockets = options.Front == FrontKind.Sockets
            ? new SocketFront(pipeline, _setup.Budget, options) : null;
        _explainer = new Explainer(origins, node, signature, options, _cache);
        _metrics = new ProxyMetrics(options.Traffic, slot, _swaps, _clients, _cache);
    }

    /// <summary>Where the first listener listens.</summary>
    public IPEndPoint Endpoint => _listeners[0].Endpoint;

    /// <summary>The connection pools and probers in use.</summary>
    public OriginRegistry Origins { get; }

    /// <summary>All that is counted, as it is now.</summary>
    public IEnumerable<MetricFamily> Metrics => _metrics.All;

    /// <exception cref="PortTakenException">Another program listens there.</exception>
    public static async Task<EdgeProxy> Start(ProxyOptions options, CancellationToken cancel = default)
    {
        var names = options.Names ?? NameResolver.OfTheSystem(options.Time);
        var shields = new ShieldPlaces(options.Shields, names, options.Time);
        var origins = new OriginRegistry(names, options.Probes, options.Time, options.Log, shields, new PolicyRegistry(options.Signers));
        var proxy = new EdgeProxy(new ConfigSlot(options.Initial, origins, options.Traffic), origins, shields, options);
        try
        {
            if (options.Listen is { } listen)
            {
                await proxy.Listen(new ListenerOptions(listen), cancel);
            }

            return proxy;
        }
        catch
        {
            proxy._slot.Dispose();
            shields.Dispose();
            throw;
        }
    }

    /// <summary>Serves visitors on one more address, and tells its real port. Not from several threads at once.</summary>
    /// <exception cref="PortTakenException">Another program listens there.</exception>
    public async Task<IPEndPoint> Listen(ListenerOptions listener, CancellationToken cancel = default)
    {
        var clients = new ListenerTraffic();
        var started = _sockets is { } front && listener is { Certificates: null, Http2Only: false }
            ? SocketListener.Start(listener.Endpoint, front, listener.ProxyProtocolFrom is { } trusted ? new TrustedPeers(trusted) : null, clients)
            : await StartKestrel(listener, clients, cancel);
        _listeners.Add(started);
        clients.Endpoint = started.Endpoint.ToString();
        _clients.Enqueue(clients);
        return started.Endpoint;
    }

    private async Task<IListener> StartKestrel(ListenerOptions listener, ListenerTraffic clients, CancellationToken cancel)
    {
        // Not with TLS, whose handshakes take long, nor in HTTP/2, where Kestrel ends a flood of resets with an internal error when it runs inline.
        var isInline = listener is { Certificates: null, Http2Only: false };
        return await KestrelListener.Start(listener.Endpoint, _front, _setup.Apply, cancel, Connections, isInline);

        void Connections(ListenOptions endpoint)
        {
            endpoint.Use(clients.Before);
            _setup.Apply(listener, endpoint);
        }
    }

    /// <summary>Requests that begin from now on see the new configuration; those under way keep theirs. An equal one changes nothing.</summary>
    public void Publish(EdgeConfig config)
    {
        var began = _time.GetTimestamp();
        if (_slot.Publish(config))
        {
            _swaps.Add(_time.GetElapsedTime(began));
        }
    }

    /// <summary>What is cached; null where nothing is.</summary>
    public CacheStore? Cache => _cache;

    /// <summary>What would become of a request, in any configuration; nothing is sent.</summary>
    public Task<JsonObject> Explain(ExplainQuestion question) => _explainer.Explain(question);

    /// <summary>Accepts no more connections and returns when the requests under way have ended, or when told to give up.</summary>
    public Task Drain(CancellationToken giveUp) => Task.WhenAll(_listeners.Select(listener => listener.Drain(giveUp)));

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in _listeners)
        {
            await listener.DisposeAsync();
        }

        _slot.Dispose();
        _shields.Dispose();
    }
}
