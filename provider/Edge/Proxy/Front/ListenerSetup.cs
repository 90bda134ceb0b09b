using EdgeInfra.Edge.Proxy.Front.Connections;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EdgeInfra.Edge.Proxy.Front;

/// <summary>What a listener's connections pass on their way to HTTP: PROXY header, then the count of connections, then TLS.</summary>
internal sealed class ListenerSetup(ProxyLimits limits, TimeProvider time, Action<string> log)
{
    private readonly ConnectionBudget _budget = new(limits.Connections, limits.ConnectionsPerClient); // one for all listeners

    /// <summary>Connections of clients, on all listeners.</summary>
    public int Connections => _budget.Open;

    public ConnectionBudget Budget => _budget;

    public void Apply(ListenerOptions listener, ListenOptions endpoint)
    {
        endpoint.Protocols = listener.Certificates is not null ? HttpProtocols.Http1AndHttp2
            : listener.Http2Only ? HttpProtocols.Http2 : HttpProtocols.Http1;
        if (listener.ProxyProtocolFrom is { } trusted)
        {
            endpoint.Use(new ProxyConnections(trusted, limits.ProxyHeaderTime, time, log).Before);
        }

        endpoint.Use(next => _budget.Before(next, answers: endpoint.Protocols == HttpProtocols.Http1));
        if (listener.Certificates is { } certificates)
        {
            TlsConnections.Use(endpoint, certificates, limits.HandshakeTime);
        }
    }

    public void Apply(KestrelServerLimits kestrel)
    {
        kestrel.MaxRequestBodySize = limits.Body;
        kestrel.MaxRequestLineSize = limits.RequestLine;
        kestrel.MaxRequestHeadersTotalSize = limits.Headers;
        kestrel.MaxRequestHeaderCount = limits.HeaderLines;
        kestrel.RequestHeadersTimeout = limits.HeadersTime;
        kestrel.KeepAliveTimeout = limits.Idle;
        kestrel.MinRequestBodyDataRate = new(limits.BytesPerSecond, limits.SlowTime);
        kestrel.MinResponseDataRate = new(limits.BytesPerSecond, limits.SlowTime);
        kestrel.Http2.MaxStreamsPerConnection = limits.Streams;
        kestrel.Http2.HeaderTableSize = limits.HeaderTable;
        kestrel.Http2.MaxRequestHeaderFieldSize = limits.Headers; // one line may take it all, as in HTTP/1.1
    }
}
