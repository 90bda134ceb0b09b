using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class Switching_protocols
{
    private const string Asked =
        "GET /chat HTTP/1.1\r\nHost: www.example.com\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n";

    private const string Switched =
        "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: y\r\n\r\n";

    [Fact]
    public async Task Passes_bytes_both_ways_until_the_origin_ends()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await edge.Client();

        await client.Send(Asked);
        var call = await origin.Call();
        var seen = await call.Request();
        Assert.Equal(("Upgrade", "websocket", "x"), (seen["Connection"], seen["Upgrade"], seen["Sec-WebSocket-Key"]));
        Assert.Null(seen["Transfer-Encoding"]);
        await call.Send(Switched + "early");

        var head = new RawAnswer(await client.ReadUntil("\r\n\r\n"), "", true);
        Assert.Equal("HTTP/1.1 101 Switching Protocols", head.Line);
        Assert.Equal(("Upgrade", "websocket", "y"), (head["Connection"], head["Upgrade"], head["Sec-WebSocket-Accept"]));
        Assert.Equal("early", await client.ReadUntil("early"));
        await client.Send("\0ping\r\n\r\n");
        Assert.Equal("\0ping\r\n\r\n", await call.ReadUntil("\r\n\r\n"));
        await call.Send("pong");
        Assert.Equal("pong", await client.ReadUntil("pong"));
        call.Close();

        Assert.Equal("", await client.ReadToEnd());
    }

    [Fact]
    public async Task Ends_at_the_origin_when_the_client_ends()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { MaxConn = 1 });
        using var client = await edge.Client();
        await client.Send(Asked);
        var call = await origin.Call();
        await call.Request();
        await call.Send(Switched);
        await client.ReadUntil("\r\n\r\n");

        client.Dispose();
        await call.Closed();

        call.Close();
        var next = edge.Get(); // the place is free again
        await (await origin.Call()).Request();
        await origin.DisposeAsync();
        Assert.Equal(503, (await next).Status);
    }

    [Fact]
    public async Task Stays_open_in_silence()
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { FetchTimeout = 1_000 }, time);
        using var client = await edge.Client();
        await client.Send(Asked);
        var call = await origin.Call();
        await call.Request();
        await call.Send(Switched + "a");
        await client.ReadUntil("\r\n\r\na");

        time.Advance(TimeSpan.FromDays(1));
        await call.Send("b");
        Assert.Equal("b", await client.ReadUntil("b"));
    }

    [Fact]
    public async Task Is_the_origins_to_refuse()
    {
        await using var origin = Origin.Answering(_ => "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
        await using var edge = await EdgeUnderTest.Before(origin);

        var answer = await edge.Ask(Asked);

        Assert.Equal((403, "no"), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task Is_not_passed_on_when_the_connection_header_does_not_ask_for_it()
    {
        await using var origin = Origin.Answering(request => $"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n{request["Upgrade"] ?? "none"}");
        await using var edge = await EdgeUnderTest.Before(origin);

        Assert.Equal("none", (await edge.Get(headers: "Upgrade: websocket\r\n")).Body);
        Assert.Equal("none", (await edge.Get(headers: "Connection: Upgrade\r\nUpgrade: h2c\r\n")).Body);
    }
}
