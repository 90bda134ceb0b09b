using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class Finding_the_service
{
    [Theory]
    [InlineData("www.example.com", "exact")]
    [InlineData("WWW.Example.COM:8080", "exact")]
    [InlineData("www.example.com.", "exact")]
    [InlineData("a.example.com", "wild")]
    [InlineData("b.a.example.com", "wild")]
    [InlineData("x.deep.example.com", "deep")]
    public async Task Prefers_the_exact_name_then_the_longest_wildcard(string host, string expected)
    {
        await using var edge = await Serving();

        Assert.Equal(expected, (await edge.Get(host: host)).Body);
    }

    [Theory]
    [InlineData("example.com")]
    [InlineData("www.example.org")]
    [InlineData("wwwXexample.com")]
    [InlineData("")]
    public async Task Answers_for_no_other_name(string host)
    {
        await using var edge = await Serving();

        var answer = await edge.Get(host: host);

        Assert.Equal("HTTP/1.1 500 Domain Not Found", answer.Line);
        Assert.Equal("text/plain; charset=utf-8", answer["Content-Type"]);
        Assert.StartsWith(
            $"Fastly error: unknown domain: {host}. Please check that this domain has been added to a service.", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: www.example.com\r\nHost: a.example.com\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: www.example.com, a.example.com\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: www.example.com\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: www.example.com\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: www.example.com\r\nTransfer-Encoding: gzip\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: www.example.com\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: www.example.com\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: www.example.com\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.0\r\nHost: www.example.com\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: www.example.com\r\nA: b\r\n folded\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: www.example.com\r\nA : b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: www.example.com\r\nA: b\0c\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: www.example.com\r\nA: b\u0001c\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: www.example.com\r\nA: b\rc\r\n\r\n", 400)]
    [InlineData("GET noslash HTTP/1.1\r\nHost: www.example.com\r\n\r\n", 405)]
    [InlineData("GET * HTTP/1.1\r\nHost: www.example.com\r\n\r\n", 405)]
    [InlineData("CONNECT www.example.com:443 HTTP/1.1\r\nHost: www.example.com:443\r\n\r\n", 501)]
    [InlineData("GET / HTTP/1.1\r\nHost: www.example.com\r\nCDN-Loop: edgeinfra,edgeinfra,edgeinfra,edgeinfra\r\nCDN-Loop: edgeinfra, edgeinfra, edgeinfra, edgeinfra\r\n\r\n", 503)]
    public async Task Refuses_what_could_be_read_in_two_ways_and_what_is_not_served(string request, int status)
    {
        await using var edge = await Serving();

        Assert.Equal(status, (await edge.Ask(request)).Status);
    }

    [Fact]
    public async Task Escapes_what_it_repeats()
    {
        await using var edge = await Serving();

        Assert.DoesNotContain("text/html", (await edge.Get(host: "<b>x"))["Content-Type"] ?? "", StringComparison.Ordinal);
    }

    private static async Task<EdgeUnderTest> Serving()
    {
        var (exact, wild, deep) = (Origin.Answering("exact"), Origin.Answering("wild"), Origin.Answering("deep"));
        var edge = await EdgeUnderTest.Serving(Version("1", exact, "www.example.com"));
        edge.Publish(Version("1", exact, "www.example.com"), Version("2", wild, "*.example.com"), Version("3", deep, "*.deep.example.com"));
        return edge;
    }

    private static ServiceVersion Version(string id, Origin origin, string domain) =>
        EdgeUnderTest.Version(EdgeUnderTest.At(origin)) with { ServiceId = id, Domains = [domain] };
}
