namespace EdgeInfra.Model;

/// <summary>
/// What makes connections interchangeable, and so the key of connection pools and health. Two backends with equal
/// settings share a pool, also across services.
/// </summary>
public sealed record OriginIdentity
{
    public required string Address { get; init; }

    public required int Port { get; init; }

    public required bool PreferIpv6 { get; init; }

    /// <summary>null means plain text.</summary>
    public required OriginTls? Tls { get; init; }

    public required int MaxConnections { get; init; }

    /// <summary>How long an idle connection is kept; zero means not at all.</summary>
    public required TimeSpan KeepIdle { get; init; }

    /// <summary>Requests over one connection; <see cref="int.MaxValue"/> means no limit.</summary>
    public required int MaxUses { get; init; }

    public required TimeSpan MaxLifetime { get; init; }

    /// <summary>null means no TCP keepalive probes.</summary>
    public required TcpKeepalive? TcpKeepalive { get; init; }

    public override string ToString() =>
        (Tls is null ? "http://" : "https://") + (Address.Contains(':', StringComparison.Ordinal) ? $"[{Address}]" : Address)
            + ":" + Port;
}
