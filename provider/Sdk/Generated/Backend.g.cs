// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra;

/// <summary>An origin server the edge fetches from. This is a declaration: nothing is sent until a ServiceVersion lists its definition, and then as part of one version with everything else.</summary>
[EdgeInfraResourceType("edgeinfra:index:Backend")]
public partial class Backend : global::Pulumi.CustomResource
{
    /// <summary>Name of the backend, unique within the version. Default: the resource's name in the program.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>Host name, IPv4 or IPv6 address to connect to.</summary>
    [Output("address")]
    public Output<string> Address { get; private set; } = null!;

    /// <summary>TCP port to connect to. Default of Fastly's API. From 1 to 65535. Default: 80.</summary>
    [Output("port")]
    public Output<int> Port { get; private set; } = null!;

    /// <summary>Whether connections use TLS. Default: true when port is 443, else false, as Fastly's API does.</summary>
    [Output("useSsl")]
    public Output<bool> UseSsl { get; private set; } = null!;

    /// <summary>Host header sent to the origin; unset, the client's is sent.</summary>
    [Output("overrideHost")]
    public Output<string?> OverrideHost { get; private set; } = null!;

    /// <summary>Longest wait for a connection; after it the client gets a 503. Default of Fastly's API. In milliseconds. From 1 to 86400000. Default: 1000.</summary>
    [Output("connectTimeout")]
    public Output<int> ConnectTimeout { get; private set; } = null!;

    /// <summary>Longest wait from the sent request to the first byte of the response; after it the client gets a 503. Default and maximum of Fastly. In milliseconds. From 1 to 600000. Default: 15000.</summary>
    [Output("firstByteTimeout")]
    public Output<int> FirstByteTimeout { get; private set; } = null!;

    /// <summary>Longest pause within a response; after it what has arrived counts as all of it. Default of Fastly's API. In milliseconds. From 1 to 86400000. Default: 10000.</summary>
    [Output("betweenBytesTimeout")]
    public Output<int> BetweenBytesTimeout { get; private set; } = null!;

    /// <summary>Longest time for a whole response; unset, there is no limit. In milliseconds. From 1 to 86400000.</summary>
    [Output("fetchTimeout")]
    public Output<int?> FetchTimeout { get; private set; } = null!;

    /// <summary>Most connections at the same time, per edge node; beyond it clients get a 503. Default of Fastly's API. At least 1. Default: 200.</summary>
    [Output("maxConn")]
    public Output<int> MaxConn { get; private set; } = null!;

    /// <summary>Most requests over one connection; unset or 0, there is no limit. At least 0.</summary>
    [Output("maxUse")]
    public Output<int?> MaxUse { get; private set; } = null!;

    /// <summary>Longest life of a connection; unset or 0, there is no limit. In milliseconds. From 0 to 86400000.</summary>
    [Output("maxLifetime")]
    public Output<int?> MaxLifetime { get; private set; } = null!;

    /// <summary>How long an idle connection is kept for the next request. In seconds. From 0 to 86400. Default: 60 s in the bundled runtime; Fastly names none.</summary>
    [Output("keepaliveTime")]
    public Output<int?> KeepaliveTime { get; private set; } = null!;

    /// <summary>Whether TCP keepalive probes are sent. Default: true, as in Varnish.</summary>
    [Output("tcpKeepaliveEnable")]
    public Output<bool?> TcpKeepaliveEnable { get; private set; } = null!;

    /// <summary>Idle time before the first TCP keepalive probe. In seconds. From 1 to 32767. Default: 300 s, as Fastly documents.</summary>
    [Output("tcpKeepaliveTime")]
    public Output<int?> TcpKeepaliveTime { get; private set; } = null!;

    /// <summary>Time between TCP keepalive probes. In seconds. From 1 to 32767. Default: 10 s, as Fastly documents.</summary>
    [Output("tcpKeepaliveInterval")]
    public Output<int?> TcpKeepaliveInterval { get; private set; } = null!;

    /// <summary>Unanswered TCP keepalive probes after which a connection is dead. From 1 to 127. Default: 3, as Fastly documents.</summary>
    [Output("tcpKeepaliveProbes")]
    public Output<int?> TcpKeepaliveProbes { get; private set; } = null!;

    /// <summary>Share of the traffic relative to the other balanced backends; only with autoLoadbalance. Default of Fastly's API. At least 1. Default: 100.</summary>
    [Output("weight")]
    public Output<int> Weight { get; private set; } = null!;

    /// <summary>Whether this backend takes part in automatic load balancing; a requestCondition switches it off. Default: false.</summary>
    [Output("autoLoadbalance")]
    public Output<bool> AutoLoadbalance { get; private set; } = null!;

    /// <summary>Name of the healthcheck that decides whether this backend may be used; unset, it always may. A name, or the definition itself: then it need not be listed.</summary>
    [Output("healthcheck")]
    public Output<Union<string, HealthcheckDefinition>?> Healthcheck { get; private set; } = null!;

    /// <summary>Name of the REQUEST condition under which this backend is used; empty, it is a default. A name, or the definition itself: then it need not be listed.</summary>
    [Output("requestCondition")]
    public Output<Union<string, ConditionDefinition>?> RequestCondition { get; private set; } = null!;

    /// <summary>Place through which all others reach this backend: a POP's code at Fastly, a name given with --place to a bundled runtime.</summary>
    [Output("shield")]
    public Output<string?> Shield { get; private set; } = null!;

    /// <summary>Backends that reach the same place, have the same healthcheck and the same key share one healthcheck state, also across services. Default: the id of the service.</summary>
    [Output("shareKey")]
    public Output<string?> ShareKey { get; private set; } = null!;

    /// <summary>Whether IPv6 addresses are tried first. Default of Fastly's delivery services. Default: false.</summary>
    [Output("preferIpv6")]
    public Output<bool> PreferIpv6 { get; private set; } = null!;

    /// <summary>Whether the origin's certificate must be valid. Default of Fastly's API. Default: true.</summary>
    [Output("sslCheckCert")]
    public Output<bool> SslCheckCert { get; private set; } = null!;

    /// <summary>Name the origin's certificate must be for. Default: sslHostname, else the address.</summary>
    [Output("sslCertHostname")]
    public Output<string?> SslCertHostname { get; private set; } = null!;

    /// <summary>Server name sent in the TLS handshake (SNI). Default: sslHostname, else the address if it is a host name, else none is sent.</summary>
    [Output("sslSniHostname")]
    public Output<string?> SslSniHostname { get; private set; } = null!;

    /// <summary>Stands in for sslCertHostname and for sslSniHostname where those are unset. Deprecated by Fastly: use them.</summary>
    [Output("sslHostname")]
    public Output<string?> SslHostname { get; private set; } = null!;

    /// <summary>Certificates of the authorities to trust, PEM; unset, those of the system.</summary>
    [Output("sslCaCert")]
    public Output<string?> SslCaCert { get; private set; } = null!;

    /// <summary>Client certificate shown to an origin that asks for one, PEM; together with sslClientKey.</summary>
    [Output("sslClientCert")]
    public Output<string?> SslClientCert { get; private set; } = null!;

    /// <summary>Private key of the client certificate, PEM.</summary>
    [Output("sslClientKey")]
    public Output<string?> SslClientKey { get; private set; } = null!;

    /// <summary>Ciphers to offer, in OpenSSL's list form; suites of TLS 1.3 are all offered unless one is named. Default: the system's.</summary>
    [Output("sslCiphers")]
    public Output<string?> SslCiphers { get; private set; } = null!;

    /// <summary>Oldest TLS version to accept. Default: 1.2, or maxTlsVersion if that is older.</summary>
    [Output("minTlsVersion")]
    public Output<TlsVersion?> MinTlsVersion { get; private set; } = null!;

    /// <summary>Newest TLS version to accept. Default: 1.3.</summary>
    [Output("maxTlsVersion")]
    public Output<TlsVersion?> MaxTlsVersion { get; private set; } = null!;

    /// <summary>Failures after which an object counts as sick; a leftover of old Varnish, without effect in the bundled runtime. At least 0. Default: 0.</summary>
    [Output("errorThreshold")]
    public Output<int> ErrorThreshold { get; private set; } = null!;

    /// <summary>Unused by Fastly, and without effect; sslClientCert is the client certificate.</summary>
    [Output("clientCert")]
    public Output<string?> ClientCert { get; private set; } = null!;

    /// <summary>What the backend is for; for people only.</summary>
    [Output("comment")]
    public Output<string?> Comment { get; private set; } = null!;

    /// <summary>What happens on the last hop to this origin and to what comes back: paths, error pages, lifetimes, signature; unset, nothing does.</summary>
    [Output("policy")]
    public Output<Outputs.OriginPolicy?> Policy { get; private set; } = null!;

    /// <summary>The backend with every default settled, for a ServiceVersion to list. Known in previews already. Holds digests of secrets, and no secret.</summary>
    [Output("definition")]
    public Output<BackendDefinition> Definition { get; private set; } = null!;

    /// <summary>The secrets that the definition holds digests of: list it among the credentials of the ServiceVersion that lists the definition.</summary>
    [Output("credentials")]
    public Output<ImmutableDictionary<string, string>> Credentials { get; private set; } = null!;

    /// <param name="name">The resource's name in the program, unique among all Backends of the stack.</param>
    /// <param name="args">What it is made with.</param>
    /// <param name="options">How the engine treats it.</param>
    public Backend(string name, BackendArgs args, CustomResourceOptions? options = null)
        : base("edgeinfra:index:Backend", name, args ?? new BackendArgs(), MakeResourceOptions(options, null))
    {
    }

    private Backend(string name, Input<string> id, CustomResourceOptions? options)
        : base("edgeinfra:index:Backend", name, null, MakeResourceOptions(options, id))
    {
    }

    private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
    {
        var defaults = new CustomResourceOptions { Version = PackageInfo.Version, AdditionalSecretOutputs = { "sslClientKey", "credentials" } };
        var merged = CustomResourceOptions.Merge(defaults, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }

    /// <summary>The Backend of that id, which some other program keeps: read, never changed.</summary>
    public static Backend Get(string name, Input<string> id, CustomResourceOptions? options = null)
    {
        return new Backend(name, id, options);
    }
}
