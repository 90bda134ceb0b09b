using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace EdgeInfra.Edge.Proxy.Front.Certificates;

/// <summary>A certificate with its key, ready for handshakes, and the names it is good for.</summary>
internal sealed class ServedCertificate
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _exact;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _below;

    public ServedCertificate(X509Certificate2 certificate, X509Certificate2Collection intermediates)
    {
        Names = NamesOf(certificate);
        _exact = Set(Names.Where(name => !IsWildcard(name)));
        _below = Set(Names.Where(IsWildcard).Select(name => name[1..]));
        Expires = certificate.NotAfter.ToUniversalTime();

        // One instance for all connections: sessions are resumed by it. The ciphers are the runtime's own (forward secrecy only): a list of ours
        // would switch resumption off.
        Handshake = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(certificate, intermediates, offline: true),
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
            AllowRenegotiation = false,
        };
    }

    public IReadOnlyList<string> Names { get; }

    public DateTime Expires { get; }

    public SslServerAuthenticationOptions Handshake { get; }

    /// <summary>Whether it is good for this Host, with or without a port. A wildcard stands for one label, as browsers have it.</summary>
    public bool Covers(string host)
    {
        var name = NameOf(host);
        var dot = name.IndexOf('.');
        return _exact.Contains(name) || (dot > 0 && _below.Contains(name[dot..]));
    }

    public static bool IsWildcard(string name) => name.StartsWith("*.", StringComparison.Ordinal);

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> host)
    {
        if (host.StartsWith('['))
        {
            var end = host.IndexOf(']');
            return end < 0 ? host : host[1..end];
        }

        var colon = host.IndexOf(':');
        return (colon < 0 ? host : host[..colon]).TrimEnd('.');
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(IEnumerable<string> names) =>
        new HashSet<string>(names, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static List<string> NamesOf(X509Certificate2 certificate) =>
        [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(names => names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(address => address.ToString())))];
}
