// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra;

/// <summary>A backend with everything settled: the output "definition" of a Backend, for a ServiceVersion to list.</summary>
[OutputType]
public sealed class BackendDefinition
{
    /// <summary>Name of the backend, unique within the version.</summary>
    public readonly string Name;

    /// <summary>Host name, IPv4 or IPv6 address to connect to.</summary>
    public readonly string Address;

    /// <summary>TCP port to connect to. Default of Fastly's API. From 1 to 65535. Default: 80.</summary>
    public readonly int? Port;

    /// <summary>Whether connections use TLS. Default: true when port is 443, else false, as Fastly's API does.</summary>
    public readonly bool? UseSsl;

    /// <summary>Host header sent to the origin; unset, the client's is sent.</summary>
    public readonly string? OverrideHost;

    /// <summary>Longest wait for a connection; after it the client gets a 503. Default of Fastly's API. In milliseconds. From 1 to 86400000. Default: 1000.</summary>
    public readonly int? ConnectTimeout;

    /// <summary>Longest wait from the sent request to the first byte of the response; after it the client gets a 503. Default and maximum of Fastly. In milliseconds. From 1 to 600000. Default: 15000.</summary>
    public readonly int? FirstByteTimeout;

    /// <summary>Longest pause within a response; after it what has arrived counts as all of it. Default of Fastly's API. In milliseconds. From 1 to 86400000. Default: 10000.</summary>
    public readonly int? BetweenBytesTimeout;

    /// <summary>Longest time for a whole response; unset, there is no limit. In milliseconds. From 1 to 86400000.</summary>
    public readonly int? FetchTimeout;

    /// <summary>Most connections at the same time, per edge node; beyond it clients get a 503. Default of Fastly's API. At least 1. Default: 200.</summary>
    public readonly int? MaxConn;

    /// <summary>Most requests over one connection; unset or 0, there is no limit. At least 0.</summary>
    public readonly int? MaxUse;

    /// <summary>Longest life of a connection; unset or 0, there is no limit. In milliseconds. From 0 to 86400000.</summary>
    public readonly int? MaxLifetime;

    /// <summary>How long an idle connection is kept for the next request. In seconds. From 0 to 86400. Default: 60 s in the bundled runtime; Fastly names none.</summary>
    public readonly int? KeepaliveTime;

    /// <summary>Whether TCP keepalive probes are sent. Default: true, as in Varnish.</summary>
    public readonly bool? TcpKeepaliveEnable;

    /// <summary>Idle time before the first TCP keepalive probe. In seconds. From 1 to 32767. Default: 300 s, as Fastly documents.</summary>
    public readonly int? TcpKeepaliveTime;

    /// <summary>Time between TCP keepalive probes. In seconds. From 1 to 32767. Default: 10 s, as Fastly documents.</summary>
    public readonly int? TcpKeepaliveInterval;

    /// <summary>Unanswered TCP keepalive probes after which a connection is dead. From 1 to 127. Default: 3, as Fastly documents.</summary>
    public readonly int? TcpKeepaliveProbes;

    /// <summary>Share of the traffic relative to the other balanced backends; only with autoLoadbalance. Default of Fastly's API. At least 1. Default: 100.</summary>
    public readonly int? Weight;

    /// <summary>Whether this backend takes part in automatic load balancing; a requestCondition switches it off. Default: false.</summary>
    public readonly bool? AutoLoadbalance;

    /// <summary>Name of the healthcheck that decides whether this backend may be used; unset, it always may. A name, or the definition itself: then it need not be listed.</summary>
    public readonly Union<string, HealthcheckDefinition>? Healthcheck;

    /// <summary>Name of the REQUEST condition under which this backend is used; empty, it is a default. A name, or the definition itself: then it need not be listed.</summary>
    public readonly Union<string, ConditionDefinition>? RequestCondition;

    /// <summary>Place through which all others reach this backend: a POP's code at Fastly, a name given with --place to a bundled runtime.</summary>
    public readonly string? Shield;

    /// <summary>Backends that reach the same place, have the same healthcheck and the same key share one healthcheck state, also across services. Default: the id of the service.</summary>
    public readonly string? ShareKey;

    /// <summary>Whether IPv6 addresses are tried first. Default of Fastly's delivery services. Default: false.</summary>
    public readonly bool? PreferIpv6;

    /// <summary>Whether the origin's certificate must be valid. Default of Fastly's API. Default: true.</summary>
    public readonly bool? SslCheckCert;

    /// <summary>Name the origin's certificate must be for. Default: sslHostname, else the address.</summary>
    public readonly string? SslCertHostname;

    /// <summary>Server name sent in the TLS handshake (SNI). Default: sslHostname, else the address if it is a host name, else none is sent.</summary>
    public readonly string? SslSniHostname;

    /// <summary>Stands in for sslCertHostname and for sslSniHostname where those are unset. Deprecated by Fastly: use them.</summary>
    public readonly string? SslHostname;

    /// <summary>Certificates of the authorities to trust, PEM; unset, those of the system.</summary>
    public readonly string? SslCaCert;

    /// <summary>Client certificate shown to an origin that asks for one, PEM; together with sslClientKey.</summary>
    public readonly string? SslClientCert;

    /// <summary>Private key of the client certificate, PEM.</summary>
    public readonly string? SslClientKey;

    /// <summary>Ciphers to offer, in OpenSSL's list form; suites of TLS 1.3 are all offered unless one is named. Default: the system's.</summary>
    public readonly string? SslCiphers;

    /// <summary>Oldest TLS version to accept. Default: 1.2, or maxTlsVersion if that is older.</summary>
    public readonly TlsVersion? MinTlsVersion;

    /// <summary>Newest TLS version to accept. Default: 1.3.</summary>
    public readonly TlsVersion? MaxTlsVersion;

    /// <summary>Failures after which an object counts as sick; a leftover of old Varnish, without effect in the bundled runtime. At least 0. Default: 0.</summary>
    public readonly int? ErrorThreshold;

    /// <summary>Unused by Fastly, and without effect; sslClientCert is the client certificate.</summary>
    public readonly string? ClientCert;

    /// <summary>What the backend is for; for people only.</summary>
    public readonly string? Comment;

    /// <summary>What happens on the last hop to this origin and to what comes back: paths, error pages, lifetimes, signature; unset, nothing does.</summary>
    public readonly Outputs.OriginPolicy? Policy;

    [OutputConstructor]
    public BackendDefinition(
        string name,
        string address,
        int? port = default,
        bool? useSsl = default,
        string? overrideHost = default,
        int? connectTimeout = default,
        int? firstByteTimeout = default,
        int? betweenBytesTimeout = default,
        int? fetchTimeout = default,
        int? maxConn = default,
        int? maxUse = default,
        int? maxLifetime = default,
        int? keepaliveTime = default,
        bool? tcpKeepaliveEnable = default,
        int? tcpKeepaliveTime = default,
        int? tcpKeepaliveInterval = default,
        int? tcpKeepaliveProbes = default,
        int? weight = default,
        bool? autoLoadbalance = default,
        Union<string, HealthcheckDefinition>? healthcheck = default,
        Union<string, ConditionDefinition>? requestCondition = default,
        string? shield = default,
        string? shareKey = default,
        bool? preferIpv6 = default,
        bool? sslCheckCert = default,
        string? sslCertHostname = default,
        string? sslSniHostname = default,
        string? sslHostname = default,
        string? sslCaCert = default,
        string? sslClientCert = default,
        string? sslClientKey = default,
        string? sslCiphers = default,
        TlsVersion? minTlsVersion = default,
        TlsVersion? maxTlsVersion = default,
        int? errorThreshold = default,
        string? clientCert = default,
        string? comment = default,
        Outputs.OriginPolicy? policy = default)
    {
        Name = name;
        Address = address;
        Port = port;
        UseSsl = useSsl;
        OverrideHost = overrideHost;
        ConnectTimeout = connectTimeout;
        FirstByteTimeout = firstByteTimeout;
        BetweenBytesTimeout = betweenBytesTimeout;
        FetchTimeout = fetchTimeout;
        MaxConn = maxConn;
        MaxUse = maxUse;
        MaxLifetime = maxLifetime;
        KeepaliveTime = keepaliveTime;
        TcpKeepaliveEnable = tcpKeepaliveEnable;
        TcpKeepaliveTime = tcpKeepaliveTime;
        TcpKeepaliveInterval = tcpKeepaliveInterval;
        TcpKeepaliveProbes = tcpKeepaliveProbes;
        Weight = weight;
        AutoLoadbalance = autoLoadbalance;
        Healthcheck = healthcheck;
        RequestCondition = requestCondition;
        Shield = shield;
        ShareKey = shareKey;
        PreferIpv6 = preferIpv6;
        SslCheckCert = sslCheckCert;
        SslCertHostname = sslCertHostname;
        SslSniHostname = sslSniHostname;
        SslHostname = sslHostname;
        SslCaCert = sslCaCert;
        SslClientCert = sslClientCert;
        SslClientKey = sslClientKey;
        SslCiphers = sslCiphers;
        MinTlsVersion = minTlsVersion;
        MaxTlsVersion = maxTlsVersion;
        ErrorThreshold = errorThreshold;
        ClientCert = clientCert;
        Comment = comment;
        Policy = policy;
    }
}
