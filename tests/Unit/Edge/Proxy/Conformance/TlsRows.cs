using System.Net.Security;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>What the TLS handshake holds, and which certificate is good enough.</summary>
internal static class TlsRows
{
    private const int Tls10 = 0x0301, Tls11 = 0x0302, Tls12 = 0x0303, Tls13 = 0x0304;
    private static readonly Certificates Authority = new();
    private static readonly (string Certificate, string Key) Client = Authority.ClientPem("edge.example.net");

    public static readonly Row[] All =
    [
        new("sslCheckCert", "default", () => Refused("127.0.0.1", b => b with { SslCaCert = null }, "certificate is not trusted")),
        new("sslCheckCert", "false", () => Fine("other.example.net", b => b with { SslCaCert = null, SslCheckCert = false })),
        new("sslCheckCert", "true", () => Fine("127.0.0.1", b => b with { SslCheckCert = true })),
        new("sslCertHostname", "default", () => Refused("b.example.net", b => b, "hostname doesn't match against certificate")),
        new("sslCertHostname", "address", () => Fine("127.0.0.1", b => b with { SslCertHostname = "127.0.0.1", SslSniHostname = "a.example.net" })),
        new("sslCertHostname", "another", () => Fine("b.example.net", b => b with { SslCertHostname = "b.example.net" })),
        new("sslSniHostname", "default, an address", () => Sni(b => b, null)),
        new("sslSniHostname", "default, a host name", () => Sni(b => b with { Address = "origin.example.net", SslCertHostname = "127.0.0.1" }, "origin.example.net")),
        new("sslSniHostname", "another", () => Sni(b => b with { SslSniHostname = "sni.example.net" }, "sni.example.net")),
        new("sslHostname", "default", () => Sni(b => b, null)),
        new("sslHostname", "for both", () => Sni(b => b with { SslHostname = "h.example.net" }, "h.example.net", certificate: "h.example.net")),
        new("sslHostname", "beside the others", () => Sni(
            b => b with { SslHostname = "h.example.net", SslSniHostname = "sni.example.net", SslCertHostname = "c.example.net" },
            "sni.example.net", certificate: "c.example.net")),
        new("sslCaCert", "default", () => Refused("127.0.0.1", b => b with { SslCaCert = null }, "certificate is not trusted")),
        new("sslCaCert", "the authority", () => Fine("127.0.0.1", b => b)),
        new("sslCaCert", "several", () => Fine("127.0.0.1", b => b with { SslCaCert = new Certificates().AuthorityPem + "\n" + b.SslCaCert })),
        new("sslCaCert", "another", () => Refused("127.0.0.1", b => b with { SslCaCert = new Certificates().AuthorityPem }, "certificate is not trusted")),
        new("sslClientCert", "default", () => Shows(b => b, null)),
        new("sslClientCert", "one", () => Shows(With(Client), "CN=edge.example.net")),
        new("sslClientCert", "with its chain", () => Shows(With((Client.Certificate + "\n" + Authority.AuthorityPem, Client.Key)), "CN=edge.example.net")),
        new("sslClientKey", "default", () => Shows(b => b, null)),
        new("sslClientKey", "its own", () => Shows(With(Client), "CN=edge.example.net")),
        new("sslClientKey", "of another", KeyOfAnother),
        new("sslCiphers", "default", () => Offers(b => b with { MaxTlsVersion = "1.2" }, ciphers => Assert.True(ciphers.Count > 1))),
        new("sslCiphers", "one", () => Offers(b => b with { MaxTlsVersion = "1.2", SslCiphers = "ECDHE-ECDSA-AES128-GCM-SHA256" },
            ciphers => Assert.Equal([TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256], ciphers))),
        new("sslCiphers", "in order, with those of TLS 1.3", () => Offers(b => b with { SslCiphers = "ECDHE+AESGCM+AES128:ECDHE+AESGCM:!aRSA" },
            ciphers => Assert.Equal(
                [
                    TlsCipherSuite.TLS_AES_256_GCM_SHA384, TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256, TlsCipherSuite.TLS_AES_128_GCM_SHA256,
                    TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
                ],
                ciphers))),
        new("minTlsVersion", "default", () => Versions(b => b, Tls13, Tls12)),
        new("minTlsVersion", "newest", () => Versions(b => b with { MinTlsVersion = "1.3" }, Tls13)),
        new("minTlsVersion", "oldest", () => Versions(b => b with { MinTlsVersion = "1.0" }, Tls13, Tls12, Tls11, Tls10)),
        new("maxTlsVersion", "default", () => Versions(b => b, Tls13, Tls12)),
        new("maxTlsVersion", "1.2", () => Versions(b => b with { MaxTlsVersion = "1.2" }, Tls12)),
        new("maxTlsVersion", "1.2 down to 1.1", () => Versions(b => b with { MaxTlsVersion = "1.2", MinTlsVersion = "1.1" }, Tls12)),
        new("maxTlsVersion", "newest", () => Versions(b => b with { MaxTlsVersion = "1.3", MinTlsVersion = "1.2" }, Tls13, Tls12)),
    ];

    private static Func<Backend, Backend> With((string Certificate, string Key) client) =>
        backend => backend with { SslClientCert = client.Certificate, SslClientKey = client.Key };

    private static async Task Refused(string certificate, Func<Backend, Backend> change, string text)
    {
        await using var origin = Origin.Played(Authority.For(certificate));
        await using var edge = await Before(origin, change);
        Assert.Equal("HTTP/1.1 503 " + text, (await edge.Ask(Wire.Get)).Line);
    }

    private static async Task Fine(string certificate, Func<Backend, Backend> change) => await Call(certificate, change);

    private static async Task Sni(Func<Backend, Backend> change, string? expected, string certificate = "127.0.0.1") =>
        Assert.Equal(expected, (await Call(certificate, change)).ServerName);

    private static async Task Shows(Func<Backend, Backend> change, string? expected) =>
        Assert.Equal(expected, (await Call("127.0.0.1", change)).ClientSubject);

    private static async Task Offers(Func<Backend, Backend> change, Action<List<TlsCipherSuite>> check) =>
        check([.. (await Call("127.0.0.1", change)).Hello!.Ciphers.Where(cipher => (int)cipher != 0xff)]); // that one means renegotiation

    private static async Task Versions(Func<Backend, Backend> change, params int[] expected) =>
        Assert.Equal(expected, (await Call("127.0.0.1", change)).Hello!.Versions);

    private static Task KeyOfAnother()
    {
        var backend = With((Client.Certificate, Authority.ClientPem("another").Key))(new Backend { Name = "a", Address = "b" });
        Assert.Equal("EDGE081", Assert.Single(RecordRules.Check(Backend.Fields, backend)).Code);
        return Task.CompletedTask;
    }

    private static async Task<OriginCall> Call(string certificate, Func<Backend, Backend> change)
    {
        await using var origin = Origin.Played(Authority.For(certificate));
        await using var edge = await Before(origin, change);
        return await Wire.Serve(edge, origin);
    }

    private static Task<EdgeUnderTest> Before(Origin origin, Func<Backend, Backend> change) => EdgeUnderTest.Serving(
        EdgeUnderTest.Version(EdgeUnderTest.At(origin, b => change(b with { UseSsl = true, SslCaCert = Authority.AuthorityPem }))),
        names: Wire.Names(TimeProvider.System, "127.0.0.1"));
}
