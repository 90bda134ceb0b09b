namespace EdgeInfra.Model;

/// <summary>
/// Backends that no version declares: a rule names a host the settings allow. Everything else is refused, so that what a client sends can
/// never choose a host by itself.
/// </summary>
public static class DynamicBackend
{
    private const string Https = "https://", Http = "http://";

    /// <summary>
    /// The origin for <c>host</c>, <c>host:port</c>, <c>https://host:port</c> or <c>http://host</c>, with the host as Host header; null when it
    /// is none of these or not allowed. Without a scheme port 443 means TLS, and is meant when there is no port.
    /// </summary>
    /// <remarks>The name is a digest of target and settings, so that equal names always mean the same origin.</remarks>
    public static Origin? OriginFor(string target, ServiceConfig config)
    {
        var (text, tls) = target.StartsWith(Https, StringComparison.Ordinal) ? (target[Https.Length..], true)
            : target.StartsWith(Http, StringComparison.Ordinal) ? (target[Http.Length..], false)
            : (target, (bool?)null);
        if (HostNames.RefuseHostHeader(text) is not null)
        {
            return null;
        }

        var (host, given) = HostPattern.Split(text.ToLowerInvariant());
        var port = given ?? (tls == false ? 80 : 443);
        return config.DynamicHosts.Any(pattern => pattern.Matches(host, port)) ? OriginAt(host, port, tls ?? port == 443, config) : null;
    }

    private static Origin OriginAt(string host, int port, bool tls, ServiceConfig config)
    {
        var shown = host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
        var backend = new Backend
        {
            Name = "dynamic", Address = host, Port = port, UseSsl = tls, OverrideHost = port == (tls ? 443 : 80) ? shown : $"{shown}:{port}",
        };
        var version = new ServiceVersion { ServiceId = config.ServiceId, Backends = [backend] };
        return Compiler.OriginOf(backend with { Name = "dynamic_" + Fingerprint.Of(version) }, version);
    }
}
