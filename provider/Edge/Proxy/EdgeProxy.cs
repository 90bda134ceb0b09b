using System.Net;
using EdgeInfra.Edge.Proxy.Front;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy;

/// <summary>A running proxy: serves requests by the configuration last published. Drain it before disposing, or requests under way are broken off.</summary>
internal sealed class EdgeProxy : IAsyncDisposable
{
    private readonly ConfigSlot _slot;
    private readonly KestrelListener _listener;

    private EdgeProxy(ConfigSlot slot, OriginRegistry origins, KestrelListener listener) =>
        (_slot, Origins, _listener) = (slot, origins, listener);

    public IPEndPoint Endpoint => _listener.Endpoint;

    /// <summary>The connection pools and probers in use.</summary>
    public OriginRegistry Origins { get; }

    /// <exception cref="PortTakenException">Another program listens there.</exception>
    public static async Task<EdgeProxy> Start(ProxyOptions options, CancellationToken cancel = default)
    {
        var names = options.Names ?? NameResolver.OfTheSystem(options.Time);
        var origins = new OriginRegistry(names, options.Probes, options.Time, options.Log);
        var slot = new ConfigSlot(options.Initial, origins, options.Traffic);
        var front = new KestrelFront(EdgePipeline.Build(slot, options.Random, options.Time, options.Log), options.Time, options.Log);
        try
        {
            var listener = await KestrelListener.Start(options.Listen, front, limits => Apply(options.Limits, limits), cancel);
            return new EdgeProxy(slot, origins, listener);
        }
        catch
        {
            slot.Dispose();
            throw;
        }
    }

    /// <summary>Requests that begin from now on see the new configuration; those under way keep theirs. An equal one changes nothing.</summary>
    public void Publish(EdgeConfig config) => _slot.Publish(config);

    /// <summary>Accepts no more connections and returns when the requests under way have ended, or when told to give up.</summary>
    public Task Drain(CancellationToken giveUp) => _listener.Drain(giveUp);

    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        _slot.Dispose();
    }

    private static void Apply(ProxyLimits ours, Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = null; // bodies stream; how large they may be is the origin's business
        limits.MaxRequestLineSize = ours.RequestLine;
        limits.MaxRequestHeadersTotalSize = ours.Headers;
        limits.MaxRequestHeaderCount = ours.HeaderLines;
        limits.RequestHeadersTimeout = ours.HeadersTime;
        limits.KeepAliveTimeout = ours.Idle;
    }
}
