using System.Net;

namespace EdgeInfra.Edge.Commands;

/// <summary>How visitors are to be served, whatever the services are. What is unset is the proxy's business.</summary>
internal sealed record ProxyWish(IReadOnlyList<ListenerWish> Listeners)
{
    /// <summary>The folder of certificates; absolute.</summary>
    public string? Certificates { get; init; }

    /// <summary>Whose PROXY headers are believed.</summary>
    public IReadOnlyList<IPNetwork> ProxyProtocolFrom { get; init; } = [];

    public long? MaxBody { get; init; }

    /// <summary>Bytes of memory for the cache; 0 keeps nothing.</summary>
    public long CacheSize { get; init; } = UsualCacheSize;

    public int? MaxConnections { get; init; }

    public int? MaxConnectionsPerClient { get; init; }

    /// <summary>What serves HTTP/1.1 without TLS: <see cref="Sockets"/> or <see cref="Kestrel"/>.</summary>
    public string Front { get; init; } = Sockets;

    /// <summary>The name of this place; null when there is only one.</summary>
    public string? Place { get; init; }

    public IReadOnlyList<ShieldWish> Shields { get; init; } = [];

    /// <summary>The file that holds <see cref="Secret"/>; absolute, null when the environment does.</summary>
    public string? SecretFile { get; init; }

    /// <summary>What all places sign with.</summary>
    public string? Secret { get; init; }

    public bool ProbesAtLoad { get; init; } = true;

    public bool FastlyHeaders { get; init; }

    /// <summary>The file of the access log, absolute; <c>-</c> for standard output, null for none.</summary>
    public string? AccessLog { get; init; }

    /// <summary><c>json</c>, or a pattern in the notation of Apache's LogFormat.</summary>
    public string AccessFormat { get; init; } = JsonLines;

    /// <summary>Where spans are sent; null for nowhere, and then no trace is joined.</summary>
    public Uri? Traces { get; init; }

    public const long UsualCacheSize = 256L * 1024 * 1024;

    public const string JsonLines = "json";

    public const string Sockets = "sockets", Kestrel = "kestrel";

    public IEnumerable<string> Arguments =>
    [
        .. Listeners.SelectMany(listener => Given(listener.Option, listener.Endpoint)),
        .. Given("--certificates", Certificates),
        .. Listeners.Where(listener => listener.ProxyProtocol).SelectMany(listener => Given("--proxy-protocol", listener.Endpoint)),
        .. ProxyProtocolFrom.SelectMany(network => Given("--proxy-protocol-from", network)),
        .. Given("--max-body", MaxBody),
        .. Given("--cache-size", CacheSize == UsualCacheSize ? null : CacheSize),
        .. Given("--max-connections", MaxConnections),
        .. Given("--max-connections-per-client", MaxConnectionsPerClient),
        .. Given("--front", Front == Sockets ? null : Front),
        .. Given("--place", Place),
        .. Shields.SelectMany(shield => Given("--shield", shield)),
        .. Given("--shield-secret", SecretFile),
        .. ProbesAtLoad ? [] : Given("--probes", "first-request"),
        .. FastlyHeaders ? ["--fastly-headers"] : Array.Empty<string>(),
        .. Given("--access-log", AccessLog),
        .. Given("--traces", Traces),
        .. Given("--access-log-format", AccessFormat == JsonLines ? null : AccessFormat),
    ];

    private static string[] Given(string option, object? value) => value is null ? [] : [option, $"{value}"];
}
