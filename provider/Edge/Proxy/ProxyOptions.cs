using System.Net;
using EdgeInfra.Edge.Proxy.Front;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Edge.Proxy.Shields;
using EdgeInfra.Edge.Proxy.Traffic;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy;

/// <summary>What a proxy is started with.</summary>
internal sealed record ProxyOptions
{
    /// <summary>Where to listen in plain HTTP/1.1 from the start; port 0 takes a free one. Unset: where it is told to later.</summary>
    public IPEndPoint? Listen { get; init; }

    /// <summary>What serves HTTP/1.1 without TLS.</summary>
    public FrontKind Front { get; init; } = FrontKind.Sockets;

    public EdgeConfig Initial { get; init; } = EdgeConfig.Empty;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The clock that clients are measured by; Kestrel has one of its own.</summary>
    public TimeProvider ClientTime { get; init; } = TimeProvider.System;

    public Action<string> Log { get; init; } = static _ => { };

    public ProxyLimits Limits { get; init; } = new();

    /// <summary>Decides among weighted backends; drawn from by many threads.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>When origins are probed.</summary>
    public ProbeSettings Probes { get; init; } = ProbeSettings.Default;

    /// <summary>Whether answers have the headers of Fastly's.</summary>
    public bool FastlyHeaders { get; init; }

    public ShieldOptions Shields { get; init; } = new();

    /// <summary>Bytes of memory for the cache; 0 keeps nothing.</summary>
    public long CacheSize { get; init; }

    /// <summary>Where requests are counted.</summary>
    public TrafficCounters Traffic { get; init; } = new();

    /// <summary>Told of each request that begins; it may change its headers.</summary>
    public Action<EdgeRequest>? Begun { get; init; }

    /// <summary>Told of each request that has ended, on its own thread: it must not wait. Unset, nothing is measured for it.</summary>
    public Action<EdgeRequest>? Ended { get; init; }

    /// <summary>
    /// Makes what signs requests for a bucket: asked once for each signing that a configuration has, with the name of a backend that has it. Unset,
    /// nothing can be signed: those origins answer 503.
    /// </summary>
    public Func<RequestSigning, string, IOriginSigner>? Signers { get; init; }

    /// <summary>Looks host names up; unset, the system does.</summary>
    public NameResolver? Names { get; init; }
}
