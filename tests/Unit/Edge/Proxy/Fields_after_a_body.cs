using System.Net;
using EdgeInfra.Edge.Proxy.Front;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

/// <summary>Trailers, in both directions.</summary>
public sealed class Fields_after_a_body
{
    [Fact]
    public async Task Pass_to_the_origin_but_for_those_that_belong_into_the_head()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);

        var asking = edge.Ask(
            "POST / HTTP/1.1\r\nHost: www.example.com\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n"
            + "X-Sum: 7\r\nHost: evil\r\nContent-Length: 5\r\nAuthorization: x\r\nFastly-FF: y\r\nX-Forwarded-For: z\r\nTransfer-Encoding: gzip\r\n\r\n");
        var call = await origin.Call();
        await call.Request();
        var body = await call.ReadUntil("\r\n\r\n");
        await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(200, (await asking).Status);
        Assert.Equal("2\r\nab\r\n0\r\nX-Sum: 7\r\n\r\n", body, ignoreCase: true);
    }

    [Fact]
    public async Task Pass_to_a_client_of_HTTP_2_and_the_origin_knows_that_it_looks_at_them()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        var endpoint = await edge.Listen(listener => listener with { Http2Only = true });
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{endpoint}/")
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.Host = "www.example.com";
        request.Headers.TE.ParseAdd("trailers");

        var asking = client.SendAsync(request);
        var call = await origin.Call();
        var seen = await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nX-Sum: 7\r\nSet-Cookie: a=b\r\nContent-Type: evil\r\n\r\n");
        using var answer = await asking;

        Assert.Equal(("trailers", "TE"), (seen["TE"], seen["Connection"]));
        Assert.Equal("hi", await answer.Content.ReadAsStringAsync());
        var field = Assert.Single(answer.TrailingHeaders);
        Assert.Equal(("x-sum", "7"), (field.Key, field.Value.Single()));
    }

    [Fact]
    public async Task Pass_to_a_client_of_HTTP_1_that_looks_at_them()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, front: FrontKind.Sockets);
        using var client = await edge.Client();

        await client.Send("GET / HTTP/1.1\r\nHost: www.example.com\r\nTE: trailers\r\nConnection: TE, close\r\n\r\n");
        var call = await origin.Call();
        var seen = await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nX-Sum: 7\r\nSet-Cookie: a=b\r\nContent-Type: evil\r\n\r\n");

        Assert.Equal(("trailers", "TE"), (seen["TE"], seen["Connection"]));
        Assert.EndsWith("\r\n\r\n2\r\nhi\r\n0\r\nX-Sum: 7\r\n\r\n", await client.ReadToEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sockets", "")]
    [InlineData("Kestrel", "TE: trailers\r\n")]
    public async Task Are_dropped_for_a_client_that_can_have_none_and_the_connection_stays_good(string front, string headers)
    {
        await using var origin = Origin.Answering(request => request.Target == "/1"
            ? "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nX-Sum: 7\r\n\r\n"
            : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nho");
        await using var edge = await EdgeUnderTest.Before(origin, front: Fronts.Of(front));
        using var client = await edge.Client();

        await client.Send($"GET /1 HTTP/1.1\r\nHost: www.example.com\r\n{headers}\r\n");
        Assert.Equal("hi", (await client.Answer()).Body);
        await client.Send("GET /2 HTTP/1.1\r\nHost: www.example.com\r\n\r\n");
        Assert.Equal("ho", (await client.Answer()).Body);
        Assert.Equal(1, origin.Accepted);
    }
}
