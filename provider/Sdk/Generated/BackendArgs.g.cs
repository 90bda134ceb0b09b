// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>What a Backend is made with.</summary>
public sealed partial class BackendArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the backend, unique within the version. Default: the resource's name in the program.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Host name, IPv4 or IPv6 address to connect to.</summary>
    [Input("address", required: true)]
    public Input<string> Address { get; set; } = null!;

    /// <summary>TCP port to connect to. Default of Fastly's API. From 1 to 65535. Default: 80.</summary>
    [Input("port")]
    public Input<int>? Port { get; set; }

    /// <summary>Whether connections use TLS. Default: true when port is 443, else false, as Fastly's API does.</summary>
    [Input("useSsl")]
    public Input<bool>? UseSsl { get; set; }

    /// <summary>Host header sent to the origin; unset, the client's is sent.</summary>
    [Input("overrideHost")]
    public Input<string>? OverrideHost { get; set; }

    /// <summary>Longest wait for a connection; after it the client gets a 503. Default of Fastly's API. In milliseconds. From 1 to 86400000. Default: 1000.</summary>
    [Input("connectTimeout")]
    public Input<int>? ConnectTimeout { get; set; }

    /// <summary>Longest wait from the sent request to the first byte of the response; after it the client gets a 503. Default and maximum of Fastly. In milliseconds. From 1 to 600000. Default: 15000.</summary>
    [Input("firstByteTimeout")]
    public Input<int>? FirstByteTimeout { get; set; }

    /// <summary>Longest pause within a response; after it what has arrived counts as all of it. Default of Fastly's API. In milliseconds. From 1 to 86400000. Default: 10000.</summary>
    [Input("betweenBytesTimeout")]
    public Input<int>? BetweenBytesTimeout { get; set; }

    /// <summary>Longest time for a whole response; unset, there is no limit. In milliseconds. From 1 to 86400000.</summary>
    [Input("fetchTimeout")]
    public Input<int>? FetchTimeout { get; set; }

    /// <summary>Most connections at the same time, per edge node; beyond it clients get a 503. Default of Fastly's API. At least 1. Default: 200.</summary>
    [Input("maxConn")]
    public Input<int>? MaxConn { get; set; }

    /// <summary>Most requests over one connection; unset or 0, there is no limit. At least 0.</summary>
    [Input("maxUse")]
    public Input<int>? MaxUse { get; set; }

    /// <summary>Longest life of a connection; unset or 0, there is no limit. In milliseconds. From 0 to 86400000.</summary>
    [Input("maxLifetime")]
    public Input<int>? MaxLifetime { get; set; }

    /// <summary>How long an idle connection is kept for the next request. In seconds. From 0 to 86400. Default: 60 s in the bundled runtime; Fastly names none.</summary>
    [Input("keepaliveTime")]
    public Input<int>? KeepaliveTime { get; set; }

    /// <summary>Whether TCP keepalive probes are sent. Default: true, as in Varnish.</summary>
    [Input("tcpKeepaliveEnable")]
    public Input<bool>? TcpKeepaliveEnable { get; set; }

    /// <summary>Idle time before the first TCP keepalive probe. In seconds. From 1 to 32767. Default: 300 s, as Fastly documents.</summary>
    [Input("tcpKeepaliveTime")]
    public Input<int>? TcpKeepaliveTime { get; set; }

    /// <summary>Time between TCP keepalive probes. In seconds. From 1 to 32767. Default: 10 s, as Fastly documents.</summary>
    [Input("tcpKeepaliveInterval")]
    public Input<int>? TcpKeepaliveInterval { get; set; }

    /// <summary>Unanswered TCP keepalive probes after which a connection is dead. From 1 to 127. Default: 3, as Fastly documents.</summary>
    [Input("tcpKeepaliveProbes")]
    public Input<int>? TcpKeepaliveProbes { get; set; }

    /// <summary>Share of the traffic relative to the other balanced backends; only with autoLoadbalance. Default of Fastly's API. At least 1. Default: 100.</summary>
    [Input("weight")]
    public Input<int>? Weight { get; set; }

    /// <summary>Whether this backend takes part in automatic load balancing; a requestCondition switches it off. Default: false.</summary>
    [Input("autoLoadbalance")]
    public Input<bool>? AutoLoadbalance { get; set; }

    /// <summary>Name of the healthcheck that decides whether this backend may be used; unset, it always may. A name, or the definition itself: then it need not be listed.</summary>
    [Input("healthcheck")]
    public InputUnion<string, HealthcheckDefinition>? Healthcheck { get; set; }

    /// <summary>Name of the REQUEST condition under which this backend is used; empty, it is a default. A name, or the definition itself: then it need not be listed.</summary>
    [Input("requestCondition")]
    public InputUnion<string, ConditionDefinition>? RequestCondition { get; set; }

    /// <summary>Place through which all others reach this backend: a POP's code at Fastly, a name given with --place to a bundled runtime.</summary>
    [Input("shield")]
    public Input<string>? Shield { get; set; }

    /// <summary>Backends that reach the same place, have the same healthcheck and the same key share one healthcheck state, also across services. Default: the id of the service.</summary>
    [Input("shareKey")]
    public Input<string>? ShareKey { get; set; }

    /// <summary>Whether IPv6 addresses are tried first. Default of Fastly's delivery services. Default: false.</summary>
    [Input("preferIpv6")]
    public Input<bool>? PreferIpv6 { get; set; }

    /// <summary>Whether the origin's certificate must be valid. Default of Fastly's API. Default: true.</summary>
    [Input("sslCheckCert")]
    public Input<bool>? SslCheckCert { get; set; }

    /// <summary>Name the origin's certificate must be for. Default: sslHostname, else the address.</summary>
    [Input("sslCertHostname")]
    public Input<string>? SslCertHostname { get; set; }

    /// <summary>Server name sent in the TLS handshake (SNI). Default: sslHostname, else the address if it is a host name, else none is sent.</summary>
    [Input("sslSniHostname")]
    public Input<string>? SslSniHostname { get; set; }

    /// <summary>Stands in for sslCertHostname and for sslSniHostname where those are unset. Deprecated by Fastly: use them.</summary>
    [Input("sslHostname")]
    public Input<string>? SslHostname { get; set; }

    /// <summary>Certificates of the authorities to trust, PEM; unset, those of the system.</summary>
    [Input("sslCaCert")]
    public Input<string>? SslCaCert { get; set; }

    /// <summary>Client certificate shown to an origin that asks for one, PEM; together with sslClientKey.</summary>
    [Input("sslClientCert")]
    public Input<string>? SslClientCert { get; set; }

    [Input("sslClientKey")]
    private Input<string>? _sslClientKey;

    /// <summary>Private key of the client certificate, PEM.</summary>
    public Input<string>? SslClientKey
    {
        get => _sslClientKey;
        set => _sslClientKey = value is null ? null : (Input<string>)Output.Tuple<Input<string>?, int>(value, Output.CreateSecret(0)).Apply(both => both.Item1);
    }

    /// <summary>Ciphers to offer, in OpenSSL's list form; suites of TLS 1.3 are all offered unless one is named. Default: the system's.</summary>
    [Input("sslCiphers")]
    public Input<string>? SslCiphers { get; set; }

    /// <summary>Oldest TLS version to accept. Default: 1.2, or maxTlsVersion if that is older.</summary>
    [Input("minTlsVersion")]
    public Input<TlsVersion>? MinTlsVersion { get; set; }

    /// <summary>Newest TLS version to accept. Default: 1.3.</summary>
    [Input("maxTlsVersion")]
    public Input<TlsVersion>? MaxTlsVersion { get; set; }

    /// <summary>Failures after which an object counts as sick; a leftover of old Varnish, without effect in the bundled runtime. At least 0. Default: 0.</summary>
    [Input("errorThreshold")]
    public Input<int>? ErrorThreshold { get; set; }

    /// <summary>Unused by Fastly, and without effect; sslClientCert is the client certificate.</summary>
    [Input("clientCert")]
    public Input<string>? ClientCert { get; set; }

    /// <summary>What the backend is for; for people only.</summary>
    [Input("comment")]
    public Input<string>? Comment { get; set; }

    /// <summary>What happens on the last hop to this origin and to what comes back: paths, error pages, lifetimes, signature; unset, nothing does.</summary>
    [Input("policy")]
    public Input<OriginPolicyArgs>? Policy { get; set; }
}
