using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Versions;

/// <summary>
/// Client keys that a control API keeps to itself. A certificate without its key cannot be live, so such a key is there but not told; without a
/// certificate there is none.
/// </summary>
internal static class UntoldKeys
{
    private const string Pem = "PRIVATE KEY-----";

    public static bool IsUntold(Backend live) =>
        live.SslClientCert is { Length: > 0 } && live.SslClientKey?.Contains(Pem, StringComparison.Ordinal) != true;

    /// <summary>The version with something in the place of such keys, for a program to ask its configuration for them.</summary>
    public static ServiceVersion Told(ServiceVersion live) => live with
    {
        Backends = live.Backends.Select(backend => IsUntold(backend) ? backend with { SslClientKey = $"{Pem} that is not told" } : backend).ToValueList(),
    };

    /// <summary>The version with such keys as they were declared, where the certificate is still the one declared with them.</summary>
    public static ServiceVersion Filled(ServiceVersion live, ServiceVersion declared) =>
        live with { Backends = live.Backends.Select(backend => IsUntold(backend) ? Filled(backend, declared) : backend).ToValueList() };

    private static Backend Filled(Backend live, ServiceVersion declared) => live with
    {
        SslClientKey = declared.Backends.FirstOrDefault(
            backend => backend.Name == live.Name && backend.SslClientCert == live.SslClientCert)?.SslClientKey,
    };
}
