using System.Net;
using EdgeInfra.Edge.Proxy.Front;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy;

/// <summary>A running proxy: serves requests by the configuration last published. Drain it before disposing, or requests under way are broken off.</summary>
internal sealed class EdgeProxy : IAsyncDisposable
{
    private readonly ConfigSlot _slot;
    private readonly KestrelFront _front;
    private readonly ListenerSetup _setup;
    private readonly List<KestrelListener> _listeners = [];

    private EdgeProxy(ConfigSlot slot, OriginRegistry origins, ProxyOptions options)
    {
        (_slot, Origins) = (slot, origins);
        _front = new KestrelFront(EdgePipeline.Build(slot, options.Random, options.Time, options.Log), options.Limits.Body, options.Time, options.Log);
        _setup = new ListenerSetup(options.Limits, options.Time, options.Log);
    }

    /// <summary>Where the first listener listens.</summary>
    public IPEndPoint Endpoint => _listeners[0].Endpoint;

    /// <summary>The connection pools and probers in use.</summary>
    public OriginRegistry Origins { get; }

    /// <exception cref="PortTakenException">Another program listens there.</exception>
    public static async Task<EdgeProxy> Start(ProxyOptions options, CancellationToken cancel = default)
    {
        var names = options.Names ?? NameResolver.OfTheSystem(options.Time);
        var origins = new OriginRegistry(names, options.Probes, options.Time, options.Log);
        var proxy = new EdgeProxy(new ConfigSlot(options.Initial, origins, options.Traffic), origins, options);
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
            throw;
        }
    }

    /// <summary>Serves visitors on one more address, and tells its real port. Not from several threads at once.</summary>
    /// <exception cref="PortTakenException">Another program listens there.</exception>
    public async Task<IPEndPoint> Listen(ListenerOptions listener, CancellationToken cancel = default)
    {
        // Not with TLS, whose handshakes take long, nor in HTTP/2, where Kestrel ends a flood of resets with an internal error when it runs inline.
        var isInline = listener is { Certificates: null, Http2Only: false };
        var started = await KestrelListener.Start(
            listener.Endpoint, _front, _setup.Apply, cancel, endpoint => _setup.Apply(listener, endpoint), isInline);
        _listeners.Add(started);
        return started.Endpoint;
    }

    /// <summary>Requests that begin from now on see the new configuration; those under way keep theirs. An equal one changes nothing.</summary>
    public void Publish(EdgeConfig config) => _slot.Publish(config);

    /// <summary>Accepts no more connections and returns when the requests under way have ended, or when told to give up.</summary>
    public Task Drain(CancellationToken giveUp) => Task.WhenAll(_listeners.Select(listener => listener.Drain(giveUp)));

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in _listeners)
        {
            await listener.DisposeAsync();
        }

        _slot.Dispose();
    }
}
