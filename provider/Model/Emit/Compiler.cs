using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// Turns a valid version into what the proxy reads. Give it only versions in which <see cref="VersionRules"/> found no
/// error; others throw.
/// </summary>
public static class Compiler
{
    private const int DefaultKeepIdleSeconds = 60; // Fastly names no default; nginx keeps idle connections as long
    private const int DefaultTcpTime = 300, DefaultTcpInterval = 10, DefaultTcpProbes = 3; // as Fastly documents

    /// <summary>Compiles a version whose dictionaries and ACLs hold nothing.</summary>
    public static ServiceConfig Compile(ServiceVersion version) => Compile(version, VersionContents.Empty);

    /// <summary>
    /// What is looked up in dictionaries and ACLs is compiled in: compile again when a content has changed. Throws for
    /// entries that are no addresses.
    /// </summary>
    public static ServiceConfig Compile(ServiceVersion version, VersionContents contents)
    {
        version = version.Normalise();
        var origins = version.Backends.Select(backend => OriginOf(backend, version)).ToValueList();
        return new(
            version.ServiceId,
            version.Number,
            version.Domains.Select(domain => domain.Name).ToValueList(),
            origins,
            Choice(version, origins, contents),
            contents)
        {
            Directors = DirectorGroups.Of(version, origins),
            DynamicHosts = version.Settings.DynamicBackends.Select(HostPattern.Parse).ToValueList(),
            Rules = RuleReader.Compile(version, contents),
        };
    }

    private static BackendChoice Choice(ServiceVersion version, ValueList<Origin> origins, VersionContents contents)
    {
        var assigned = Assignments.Of(version);
        var environment = contents.EnvironmentFor(version, VclScope.Recv);
        var shares = version.Backends.Zip(origins, (backend, origin) => new WeightedOrigin(origin, backend.Weight))
            .ToDictionary(share => share.Origin.Name);
        return new(
            assigned.Default.Select(backend => shares[backend.Name]).ToValueList(),
            assigned.Conditional.Select(one => new ConditionalOrigin(
                one.When.Name, one.When.Priority, Parsed(one.When, environment), [shares[one.Backend.Name]])).ToValueList());
    }

    private static ConditionExpression Parsed(Condition condition, VclEnvironment environment) =>
        ConditionParser.Parse(condition.Statement, environment).Expression
        ?? throw new ArgumentException($"The condition \"{condition.Name}\" was not checked before it was compiled.");

    internal static Origin OriginOf(Backend backend, ServiceVersion version) => new()
    {
        Name = backend.Name,
        Identity = IdentityOf(backend),
        OverrideHost = backend.OverrideHost,
        ConnectTimeout = TimeSpan.FromMilliseconds(backend.ConnectTimeout),
        FirstByteTimeout = TimeSpan.FromMilliseconds(backend.FirstByteTimeout),
        BetweenBytesTimeout = TimeSpan.FromMilliseconds(backend.BetweenBytesTimeout),
        FetchTimeout = Limit(backend.FetchTimeout),
        Shield = string.IsNullOrEmpty(backend.Shield) ? null : backend.Shield,
        HealthKey = backend.ShareKey ?? version.ServiceId,
        Policy = backend.Policy,
        Probe = backend.Healthcheck is { } name
            ? ProbeOf(version.Healthchecks.First(healthcheck => healthcheck.Name == name)) with { Policy = backend.Policy?.Signing is null ? null : backend.Policy }
            : null,
    };

    private static OriginIdentity IdentityOf(Backend backend) => new()
    {
        Address = backend.Address,
        Port = backend.Port,
        PreferIpv6 = backend.PreferIpv6,
        Tls = backend.UseSsl == true ? TlsOf(backend) : null,
        MaxConnections = backend.MaxConn,
        KeepIdle = TimeSpan.FromSeconds(backend.KeepaliveTime ?? DefaultKeepIdleSeconds),
        MaxUses = backend.MaxUse is null or 0 ? int.MaxValue : backend.MaxUse.Value,
        MaxLifetime = Limit(backend.MaxLifetime),
        TcpKeepalive = backend.TcpKeepaliveEnable == false ? null : new(
            TimeSpan.FromSeconds(backend.TcpKeepaliveTime ?? DefaultTcpTime),
            TimeSpan.FromSeconds(backend.TcpKeepaliveInterval ?? DefaultTcpInterval),
            backend.TcpKeepaliveProbes ?? DefaultTcpProbes),
    };

    private static OriginTls TlsOf(Backend backend) => new(
        backend.SslSniHostname ?? backend.SslHostname ?? backend.Hostname ?? "",
        backend.SslCertHostname ?? backend.SslHostname ?? backend.Address,
        backend.SslCheckCert,
        backend.SslCaCert ?? "",
        TlsRange.Between(backend.MinTlsVersion, backend.MaxTlsVersion),
        backend is { SslClientCert: { } certificate, SslClientKey: { } key } ? new ClientIdentity(certificate, key) : null,
        backend.SslCiphers is { } ciphers ? CipherList.Read(ciphers) : []);

    private static HealthProbe ProbeOf(Healthcheck check) => new(
        check.Method, check.Host, check.Path, check.HttpVersion, check.Headers, check.ExpectedResponse,
        TimeSpan.FromMilliseconds(check.CheckInterval), TimeSpan.FromMilliseconds(check.Timeout),
        check.Window, check.Threshold, check.Initial)
    {
        AlsoExpected = check.ExpectedResponses,
    };

    private static TimeSpan Limit(int? milliseconds) =>
        milliseconds is null or 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(milliseconds.Value);
}
