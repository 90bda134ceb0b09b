using System.Security.Authentication;

namespace EdgeInfra.Model;

/// <summary>Turns the oldest and newest allowed TLS version into the set of versions between them.</summary>
internal static class TlsRange
{
#pragma warning disable SYSLIB0039, CA5397 // Old versions are offered only to those who ask for them by name.
    private static readonly (string Version, SslProtocols Protocol)[] Versions =
        [("1.0", SslProtocols.Tls), ("1.1", SslProtocols.Tls11), ("1.2", SslProtocols.Tls12), ("1.3", SslProtocols.Tls13)];
#pragma warning restore SYSLIB0039, CA5397

    public static SslProtocols Between(string? oldest, string? newest) =>
        Versions
            .Where(entry => string.CompareOrdinal(entry.Version, oldest ?? Floor(newest ?? "1.3")) >= 0
                && string.CompareOrdinal(entry.Version, newest ?? "1.3") <= 0)
            .Aggregate(SslProtocols.None, (all, entry) => all | entry.Protocol);

    // Without an oldest version the safe ones are offered, and an older newest one alone.
    private static string Floor(string newest) => string.CompareOrdinal(newest, "1.2") < 0 ? newest : "1.2";
}
