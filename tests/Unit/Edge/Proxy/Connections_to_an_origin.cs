using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class Connections_to_an_origin
{
    private const string Get = "GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n";
    private const string Empty = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    [Fact]
    public async Task Are_used_again()
    {
        await using var origin = Origin.Answering("x");
        await using var edge = await EdgeUnderTest.Before(origin);

        await Ask(edge, 5);

        Assert.Equal(1, origin.Accepted);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil")]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\nextra")]
    public async Task Are_not_used_again_when_the_origin_says_so_or_says_too_much(string answer)
    {
        await using var origin = Origin.Answering(_ => answer);
        await using var edge = await EdgeUnderTest.Before(origin);

        await Ask(edge, 2);

        Assert.Equal(2, origin.Accepted);
    }

    [Fact]
    public async Task Are_not_used_again_when_the_origin_speaks_unasked()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);

        var first = await Serve(edge, origin, Empty);
        await first.Send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
        var second = edge.Ask(Get);
        var call = origin.Call().AsTask();
        Assert.Same(call, await Task.WhenAny(call, second)); // else the second client got what the first one's origin made up
        await Answer(await call, Empty);

        Assert.Equal("", (await second).Body);
    }

    [Fact]
    public async Task Are_used_again_by_an_HTTP10_origin_that_keeps_them()
    {
        await using var origin = Origin.Answering(_ => "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n");
        await using var edge = await EdgeUnderTest.Before(origin);

        await Ask(edge, 2);

        Assert.Equal(1, origin.Accepted);
    }

    [Fact]
    public async Task Are_not_used_more_often_than_max_use()
    {
        var seen = new List<string?>();
        await using var origin = Origin.Answering(request =>
        {
            seen.Add(request["Connection"]);
            return Empty;
        });
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { MaxUse = 2 });

        await Ask(edge, 4);

        Assert.Equal([null, "close", null, "close"], seen);
        Assert.Equal(2, origin.Accepted);
    }

    [Fact]
    public async Task Are_closed_after_resting_for_the_keepalive_time()
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { KeepaliveTime = 60 }, time);

        var call = await Serve(edge, origin, Empty);
        time.Advance(TimeSpan.FromSeconds(60));

        await call.Closed();
    }

    [Fact]
    public async Task Are_not_used_after_their_lifetime()
    {
        var time = new ManualTime();
        await using var origin = Origin.Answering("x");
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { MaxLifetime = 5_000 }, time);

        await Ask(edge, 2);
        time.Advance(TimeSpan.FromSeconds(5));
        await Ask(edge, 1);

        Assert.Equal(2, origin.Accepted);
    }

    [Fact]
    public async Task That_the_origin_has_closed_are_replaced_without_the_client_noticing()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);

        var first = await Serve(edge, origin, Empty);
        var asking = edge.Ask(Get);
        await first.Request();
        first.Reset(); // exactly while the second request is on its way
        await Answer(await origin.Call(), Empty);

        Assert.Equal(200, (await asking).Status);
    }

    [Fact]
    public async Task Are_not_replaced_when_the_request_might_then_happen_twice()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);

        var first = await Serve(edge, origin, Empty);
        var asking = edge.Ask("POST / HTTP/1.1\r\nHost: www.example.com\r\nContent-Length: 2\r\n\r\nhi");
        await first.Request();
        first.Reset();

        Assert.Same(asking, await Task.WhenAny(asking, origin.Call().AsTask()));
        Assert.Equal(503, (await asking).Status);
    }

    private static async Task Ask(EdgeUnderTest edge, int times)
    {
        using var client = await edge.Client();
        for (var i = 0; i < times; i++)
        {
            await client.Send(Get);
            Assert.InRange((await client.Answer()).Status, 200, 204);
        }
    }

    private static async Task<OriginCall> Serve(EdgeUnderTest edge, Origin origin, string answer)
    {
        var asking = edge.Ask(Get);
        var call = await origin.Call();
        await Answer(call, answer);
        Assert.Equal(200, (await asking).Status);
        return call;
    }

    private static async Task Answer(OriginCall call, string answer)
    {
        await call.Request();
        await call.Send(answer);
    }
}
