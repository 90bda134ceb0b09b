namespace EdgeInfra.Model;

/// <summary>
/// An origin server the edge fetches from. Unset optional fields are null; call <see cref="Normalise"/> before comparing
/// or sending.
/// </summary>
/// <remarks>
/// This record is the only list of backend fields: checks, differences, wire form, schema and SDK are read from it.
/// </remarks>
public sealed partial record Backend : INamed
{
    private const int MaxMilliseconds = 24 * 60 * 60 * 1000;

    public static FieldTable<Backend> Fields { get; } =
        new(ObjectKind.Backend, "backend", "backends", Settled) { Settle = FollowPort };

    [Field("Name of the backend, unique within the version.", Format = TextFormat.Name, Replaces = true)]
    public required string Name { get; init; }

    [Field("Host name, IPv4 or IPv6 address to connect to.",
        Format = TextFormat.Address, WireAliases = ["hostname", "ipv4", "ipv6"])]
    public required string Address { get; init; }

    [Field("TCP port to connect to. Default of Fastly's API.", Min = 1, Max = 65_535)]
    public int Port { get; init; } = 80;

    [Field("Whether connections use TLS.", DefaultFrom = "true when port is 443, else false, as Fastly's API does", Follows = "port")]
    public bool? UseSsl { get; init; }

    [Field("Host header sent to the origin; unset, the client's is sent.", Format = TextFormat.HostHeader)]
    public string? OverrideHost { get; init; }

    [Field("Longest wait for a connection; after it the client gets a 503. Default of Fastly's API.",
        Unit = "ms", Min = 1, Max = MaxMilliseconds)]
    public int ConnectTimeout { get; init; } = 1_000;

    [Field("Longest wait from the sent request to the first byte of the response; after it the client gets a 503. Default and maximum of Fastly.",
        Unit = "ms", Min = 1, Max = 600_000)]
    public int FirstByteTimeout { get; init; } = 15_000;

    [Field("Longest pause within a response; after it what has arrived counts as all of it. Default of Fastly's API.",
        Unit = "ms", Min = 1, Max = MaxMilliseconds)]
    public int BetweenBytesTimeout { get; init; } = 10_000;

    [Field("Longest time for a whole response; unset, there is no limit.",
        Unit = "ms", Min = 1, Max = MaxMilliseconds, Sparse = true)]
    public int? FetchTimeout { get; init; }

    [Field("Most connections at the same time, per edge node; beyond it clients get a 503. Default of Fastly's API.", Min = 1)]
    public int MaxConn { get; init; } = 200;

    [Field("Most requests over one connection; unset or 0, there is no limit.", Min = 0, Sparse = true)]
    public int? MaxUse { get; init; }

    [Field("Longest life of a connection; unset or 0, there is no limit.",
        Unit = "ms", Min = 0, Max = MaxMilliseconds, Sparse = true)]
    public int? MaxLifetime { get; init; }

    [Field("How long an idle connection is kept for the next request.",
        Unit = "s", Min = 0, Max = 86_400, DefaultFrom = "60 s in the bundled runtime; Fastly names none")]
    public int? KeepaliveTime { get; init; }

    [Field("Whether TCP keepalive probes are sent.", DefaultFrom = "true, as in Varnish")]
    public bool? TcpKeepaliveEnable { get; init; }

    [Field("Idle time before the first TCP keepalive probe.",
        Unit = "s", Min = 1, Max = 32_767, DefaultFrom = "300 s, as Fastly documents")]
    public int? TcpKeepaliveTime { get; init; }

    [Field("Time between TCP keepalive probes.", Unit = "s", Min = 1, Max = 32_767, DefaultFrom = "10 s, as Fastly documents")]
    public int? TcpKeepaliveInterval { get; init; }

    [Field("Unanswered TCP keepalive probes after which a connection is dead.",
        Min = 1, Max = 127, DefaultFrom = "3, as Fastly documents")]
    public int? TcpKeepaliveProbes { get; init; }

    [Field("Share of the traffic relative to the other balanced backends; only with autoLoadbalance. Default of Fastly's API.",
        Min = 1)]
    public int Weight { get; init; } = 100;

    [Field("Whether this backend takes part in automatic load balancing; a requestCondition switches it off.")]
    public bool AutoLoadbalance { get; init; }

    [Field("Name of the healthcheck that decides whether this backend may be used; unset, it always may.",
        Reference = ObjectKind.Healthcheck)]
    public string? Healthcheck { get; init; }

    [Field("Name of the REQUEST condition under which this backend is used; empty, it is a default.",
        Reference = ObjectKind.Condition)]
    public string RequestCondition { get; init; } = "";

    [Field("Place through which all others reach this backend: a POP's code at Fastly, a name given with --place to a bundled runtime.")]
    public string? Shield { get; init; }

    [Field("Backends that reach the same place, have the same healthcheck and the same key share one healthcheck state, also across services.",
        DefaultFrom = "the id of the service")]
    public string? ShareKey { get; init; }

    [Field("Whether IPv6 addresses are tried first. Default of Fastly's delivery services.")]
    public bool PreferIpv6 { get; init; }

    [Field("Whether the origin's certificate must be valid. Default of Fastly's API.")]
    public bool SslCheckCert { get; init; } = true;

    [Field("Name the origin's certificate must be for.", Format = TextFormat.Address, DefaultFrom = "sslHostname, else the address")]
    public string? SslCertHostname { get; init; }

    [Field("Server name sent in the TLS handshake (SNI).",
        Format = TextFormat.Address, DefaultFrom = "sslHostname, else the address if it is a host name, else none is sent")]
    public string? SslSniHostname { get; init; }

    [Field("Stands in for sslCertHostname and for sslSniHostname where those are unset. Deprecated by Fastly: use them.",
        Format = TextFormat.Address)]
    public string? SslHostname { get; init; }

    [Field("Certificates of the authorities to trust, PEM; unset, those of the system.", Format = TextFormat.PemCertificate)]
    public string? SslCaCert { get; init; }

    [Field("Client certificate shown to an origin that asks for one, PEM; together with sslClientKey.",
        Format = TextFormat.PemCertificate)]
    public string? SslClientCert { get; init; }

    [Field("Private key of the client certificate, PEM.",
        Format = TextFormat.Free, Secret = true)]
    public string? SslClientKey { get; init; }

    [Field("Ciphers to offer, in OpenSSL's list form; suites of TLS 1.3 are all offered unless one is named.", DefaultFrom = "the system's")]
    public string? SslCiphers { get; init; }

    [Field("Oldest TLS version to accept.", DefaultFrom = "1.2, or maxTlsVersion if that is older")]
    [Choice("1.0", "TLS 1.0")]
    [Choice("1.1", "TLS 1.1")]
    [Choice("1.2", "TLS 1.2")]
    [Choice("1.3", "TLS 1.3")]
    public string? MinTlsVersion { get; init; }

    [Field("Newest TLS version to accept.", DefaultFrom = "1.3")]
    [Choice("1.0", "TLS 1.0")]
    [Choice("1.1", "TLS 1.1")]
    [Choice("1.2", "TLS 1.2")]
    [Choice("1.3", "TLS 1.3")]
    public string? MaxTlsVersion { get; init; }

    [Field("Failures after which an object counts as sick; a leftover of old Varnish, without effect in the bundled runtime.", Min = 0)]
    public int ErrorThreshold { get; init; }

    [Field("Unused by Fastly, and without effect; sslClientCert is the client certificate.")]
    public string? ClientCert { get; init; }

    [Field("What the backend is for; for people only.", Format = TextFormat.Free)]
    public string Comment { get; init; } = "";

    [Field("What happens on the last hop to this origin and to what comes back: paths, error pages, lifetimes, signature; unset, nothing does.",
        Sparse = true, Extension = true, AsVcl = true)]
    public OriginPolicy? Policy { get; init; }
}
