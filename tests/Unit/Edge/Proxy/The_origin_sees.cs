using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class The_origin_sees
{
    [Fact]
    public async Task The_clients_host_unless_it_is_overridden()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        await using var other = await EdgeUnderTest.Before(origin, backend => backend with { OverrideHost = "bucket.example.net" });

        var plain = await Seen(edge, origin, "GET / HTTP/1.1\r\nHost: WWW.Example.com:8080\r\n\r\n");
        var overridden = await Seen(other, origin, "GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n");

        Assert.Equal("WWW.Example.com:8080", plain["Host"]);
        Assert.Equal("bucket.example.net", overridden["Host"]);
        Assert.Equal("www.example.com", overridden["X-Forwarded-Host"]);
    }

    [Theory]
    [InlineData("X-Hop , Host")]
    [InlineData("close, X-Hop, Host")]
    [InlineData("keep-alive, X-Hop")]
    [InlineData("Upgrade,X-Hop")]
    [InlineData("close\r\nConnection: x-hop")]
    public async Task No_header_that_concerned_only_the_clients_connection(string connection)
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);

        var seen = await Seen(edge, origin,
            $"GET / HTTP/1.1\r\nHost: www.example.com\r\nConnection: {connection}\r\nX-Hop: 1\r\nKeep-Alive: timeout=5\r\nTE: gzip\r\n"
            + "Proxy-Connection: x\r\nProxy-Authorization: secret\r\nUpgrade: h2c\r\nTrailer: Foo\r\nX-Kept: yes\r\n\r\n");

        Assert.Equal("yes", seen["X-Kept"]);
        Assert.Equal("www.example.com", seen["Host"]);
        Assert.All(
            ["Connection", "X-Hop", "Keep-Alive", "TE", "Proxy-Connection", "Proxy-Authorization", "Upgrade", "Trailer"],
            name => Assert.Null(seen[name]));
    }

    [Fact]
    public async Task Who_asked_and_through_whom_whatever_the_client_claims()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);

        var seen = await Seen(edge, origin,
            "GET / HTTP/1.1\r\nHost: www.example.com\r\nX-Forwarded-For: 192.0.2.1\r\nX-Forwarded-For: 192.0.2.2\r\nX-Forwarded-Proto: https\r\n"
            + "Fastly-SSL: 1\r\nFastly-Client-IP: 192.0.2.9\r\nX-Forwarded-Host: evil.example\r\nVia: 1.0 first\r\nCDN-Loop: other\r\n\r\n");

        Assert.Equal("192.0.2.1, 192.0.2.2, 127.0.0.1", seen["X-Forwarded-For"]);
        Assert.Equal("http", seen["X-Forwarded-Proto"]);
        Assert.Null(seen["Fastly-SSL"]);
        Assert.Equal("127.0.0.1", seen["Fastly-Client-IP"]);
        Assert.Equal("www.example.com", seen["X-Forwarded-Host"]);
        Assert.Equal("1.0 first | 1.1 edgeinfra", seen["Via"]);
        Assert.Equal("other | edgeinfra", seen["CDN-Loop"]);
    }

    [Fact]
    public async Task Header_bytes_beyond_ASCII_and_repeated_headers_as_they_were()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);

        var seen = await Seen(edge, origin, "GET / HTTP/1.1\r\nHost: www.example.com\r\nX-Name: J\u00fcrgen\r\nX-Two: a\r\nX-Two: b\r\n\r\n");

        Assert.Equal("J\u00fcrgen", seen["X-Name"]);
        Assert.Equal("a | b", seen["X-Two"]);
    }

    [Fact]
    public async Task A_body_of_known_length_with_that_length()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);

        var seen = await Seen(edge, origin, "POST / HTTP/1.1\r\nHost: www.example.com\r\nContent-Length: 5\r\n\r\nhello");

        Assert.Equal("hello", seen.Body);
        Assert.Null(seen["Transfer-Encoding"]);
    }

    [Fact]
    public async Task An_empty_body_as_empty()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);

        var seen = await Seen(edge, origin, "POST / HTTP/1.1\r\nHost: www.example.com\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal("0", seen["Content-Length"]);
        Assert.Null(seen["Transfer-Encoding"]);
    }

    [Fact]
    public async Task A_chunked_body_piece_by_piece_before_the_client_has_sent_all_of_it()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await edge.Client();

        await client.Send("POST / HTTP/1.1\r\nHost: www.example.com\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n");
        var call = await origin.Call();
        Assert.Equal("chunked", (await call.Request())["Transfer-Encoding"]);
        Assert.Equal("3\r\none\r\n", await call.ReadUntil("one\r\n"));

        await client.Send("3;x=y\r\ntwo\r\n0\r\nTrailing: passed\r\n\r\n");
        Assert.Equal("3\r\ntwo\r\n0\r\nTrailing: passed\r\n\r\n", await call.ReadUntil("\r\n\r\n"));

        await call.Send("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal("HTTP/1.1 201 Created", (await client.Answer()).Line);
    }

    [Fact]
    public async Task No_expectation_because_the_edge_itself_tells_the_client_to_go_on()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await edge.Client();

        await client.Send("POST / HTTP/1.1\r\nHost: www.example.com\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", await client.ReadUntil("\r\n\r\n"));
        await client.Send("ok");
        var call = await origin.Call();
        var seen = await call.Request();
        await call.Send("HTTP/1.1 204 No Content\r\n\r\n");

        Assert.Null(seen["Expect"]);
        Assert.Equal("ok", seen.Body);
        Assert.Equal(204, (await client.Answer()).Status);
    }

    private static async Task<OriginRequest> Seen(EdgeUnderTest edge, Origin origin, string request)
    {
        var asking = edge.Ask(request);
        var call = await origin.Call();
        var seen = await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal(200, (await asking).Status);
        return seen;
    }
}
