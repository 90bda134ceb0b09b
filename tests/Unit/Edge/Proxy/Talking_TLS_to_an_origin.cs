using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class Talking_TLS_to_an_origin : IDisposable
{
    private readonly Certificates _certificates = new();

    public void Dispose() => _certificates.Dispose();

    [Fact]
    public async Task Sends_one_name_and_checks_the_certificate_for_another()
    {
        await using var origin = Origin.Played(_certificates.For("cert.example.net"));
        await using var edge = await Before(origin, backend => backend with { SslSniHostname = "sni.example.net", SslCertHostname = "cert.example.net" });

        var asking = edge.Get();
        var call = await origin.Call();
        await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");

        Assert.Equal("secret", (await asking).Body);
        Assert.Equal("sni.example.net", call.ServerName);
    }

    [Fact]
    public async Task Does_not_take_the_name_sent_for_the_name_to_check()
    {
        await using var origin = Origin.Answering(_ => "", _certificates.For("sni.example.net"));
        await using var edge = await Before(origin, backend => backend with { SslSniHostname = "sni.example.net", SslCertHostname = "cert.example.net" });

        Assert.Equal("HTTP/1.1 503 hostname doesn't match against certificate", (await edge.Get()).Line);
    }

    [Fact]
    public async Task Sends_no_name_for_an_address_and_checks_the_certificate_for_the_address()
    {
        await using var origin = Origin.Played(_certificates.For("127.0.0.1"));
        await using var edge = await Before(origin, backend => backend);

        var asking = edge.Get();
        var call = await origin.Call();
        await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(200, (await asking).Status);
        Assert.True(string.IsNullOrEmpty(call.ServerName));
    }

    [Fact]
    public async Task Refuses_a_certificate_from_an_authority_it_does_not_know()
    {
        await using var origin = Origin.Answering(_ => "", _certificates.For("127.0.0.1"));
        await using var edge = await Before(origin, backend => backend with { SslCaCert = null });

        Assert.Equal("HTTP/1.1 503 certificate is not trusted", (await edge.Get()).Line);
    }

    [Fact]
    public async Task Takes_any_certificate_where_it_is_told_not_to_check()
    {
        await using var origin = Origin.Answering(_ => "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", _certificates.For("other.example.net"));
        await using var edge = await Before(origin, backend => backend with { SslCaCert = null, SslCheckCert = false });

        Assert.Equal(200, (await edge.Get()).Status);
    }

    [Fact]
    public async Task Says_so_when_the_origin_does_not_talk_TLS()
    {
        await using var origin = Origin.Played();
        await using var edge = await Before(origin, backend => backend);

        var asking = edge.Get();
        await (await origin.Call()).Send("HTTP/1.1 400 Plain text\r\n\r\n");

        Assert.Equal("HTTP/1.1 503 TLS handshake failed", (await asking).Line);
    }

    [Fact]
    public async Task Uses_its_connections_again()
    {
        await using var origin = Origin.Answering(_ => "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", _certificates.For("127.0.0.1"));
        await using var edge = await Before(origin, backend => backend with { MinTlsVersion = "1.2", MaxTlsVersion = "1.2" });

        Assert.Equal(200, (await edge.Get()).Status);
        Assert.Equal(200, (await edge.Get()).Status);
        Assert.Equal(1, origin.Accepted);
    }

    private Task<EdgeUnderTest> Before(Origin origin, Func<Backend, Backend> change) =>
        EdgeUnderTest.Before(origin, backend => change(backend with { UseSsl = true, SslCaCert = _certificates.AuthorityPem }));
}
