using System.Net;
using System.Security.Authentication;
using EdgeInfra.Edge.Proxy.Front.Certificates;
using Kit;

namespace Unit.Edge.Proxy.Front;

public sealed class Listening_with_TLS : IDisposable
{
    private static readonly DateTimeOffset Late = new(2050, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Certificates _authority = new();
    private readonly TempFolder _folder = new();

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("www.example.com", "CN=www.example.com")]
    [InlineData("WWW.example.com", "CN=www.example.com")]
    [InlineData("shop.example.com", "CN=*.example.com")]
    [InlineData("a.shop.example.com", "CN=fallback.example")]
    [InlineData("example.com", "CN=fallback.example")]
    public async Task Shows_the_certificate_that_covers_the_name_or_the_default(string name, string subject)
    {
        WriteExamples();
        _authority.Write(_folder.At("default"), Late, "fallback.example");
        await using var edge = await Serving();
        using var visitor = new TlsVisitor(await Listen(edge), name);

        await visitor.Send("http://www.example.com/");

        Assert.Equal(subject, visitor.Shown);
    }

    [Fact]
    public async Task Refuses_the_handshake_for_a_name_nobody_covers_when_there_is_no_default()
    {
        WriteExamples();
        await using var edge = await Serving();
        var endpoint = await Listen(edge);
        using var stranger = new TlsVisitor(endpoint, "www.example.org");
        using var nameless = new TlsVisitor(endpoint, "127.0.0.1"); // no name is sent for an address

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => stranger.Send("http://www.example.com/"));
        await Assert.ThrowsAsync<HttpRequestException>(() => nameless.Send("http://www.example.com/"));

        Assert.Contains("unrecognized name", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "HTTP/1.1")]
    [InlineData(2, "HTTP/2")]
    public async Task Tells_the_origin_that_the_visitor_came_by_TLS(int version, string protocol)
    {
        WriteExamples();
        await using var edge = await Serving();
        using var visitor = new TlsVisitor(await Listen(edge));

        using var answer = await visitor.Send("https://www.example.com/path?x=1", version);

        Assert.Equal(new Version(version, version == 1 ? 1 : 0), answer.Version);
        var seen = await answer.Content.ReadAsStringAsync();
        Assert.StartsWith("GET /path?x=1 HTTP/1.1\r\nHost: www.example.com\r\n", seen, StringComparison.Ordinal);
        Assert.Contains("\r\nX-Forwarded-Proto: https\r\nFastly-SSL: 1\r\n", seen, StringComparison.Ordinal);
        Assert.Contains($"\r\nVia: {protocol[5..]} edgeinfra\r\n", seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("www.example.com", 200)]
    [InlineData("www.example.com:8443", 200)]
    [InlineData("shop.example.com", 421)]
    [InlineData("www.example.com.evil.org", 421)]
    public async Task Answers_421_for_a_host_that_the_connections_certificate_does_not_cover(string host, int status)
    {
        WriteExamples();
        await using var edge = await Serving();
        using var visitor = new TlsVisitor(await Listen(edge), "www.example.com");

        using var answer = await visitor.Send("http://www.example.com/", change: request => request.Headers.Host = host);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
#pragma warning disable SYSLIB0039, CA5397 // the old versions are what is tested
    [InlineData(SslProtocols.Tls11, false)]
#pragma warning restore SYSLIB0039, CA5397
    [InlineData(SslProtocols.Tls12, true)]
    [InlineData(SslProtocols.Tls13, true)]
    public async Task Speaks_no_TLS_before_1_2(SslProtocols protocol, bool served)
    {
        WriteExamples();
        await using var edge = await Serving();
        using var visitor = new TlsVisitor(await Listen(edge), "www.example.com", protocol);

        var failure = await Record.ExceptionAsync(() => visitor.Send("http://www.example.com/"));

        Assert.Equal(served, failure is null);
    }

    private void WriteExamples()
    {
        _authority.Write(_folder.At("www"), Late, "www.example.com");
        _authority.Write(_folder.At("wild"), Late, "*.example.com");
    }

    private static Task<EdgeUnderTest> Serving() => EdgeUnderTest.Before(Echo.Origin());

    private Task<IPEndPoint> Listen(EdgeUnderTest edge) =>
        edge.Listen(listener => listener with { Certificates = CertificateFolder.Open(_folder.Path, TimeProvider.System, _ => { }) });
}
