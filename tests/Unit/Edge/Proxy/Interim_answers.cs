using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class Interim_answers
{
    private const string Early = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\nConnection: X-Hop\r\nX-Hop: 1\r\n\r\n";

    [Fact]
    public async Task Reach_the_client_before_the_final_one()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await edge.Client();

        await client.Send("GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n");
        var call = await origin.Call();
        await call.Request();
        await call.Send(Early);
        Assert.Equal("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n", await client.ReadUntil("\r\n\r\n"));
        await call.Send("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        Assert.Equal("HTTP/1.1 103 Early Hints\r\n\r\n", await client.ReadUntil("\r\n\r\n"));
        var answer = await client.Answer();
        Assert.Equal((200, "ok"), (answer.Status, answer.Body));

        await client.Send("GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n"); // the connection is as good as before
        await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        Assert.Equal("ok", (await client.Answer()).Body);
    }

    [Fact]
    public async Task Are_nothing_for_a_client_of_HTTP10()
    {
        await using var origin = Origin.Answering(_ => Early + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        await using var edge = await EdgeUnderTest.Before(origin);

        Assert.Equal("HTTP/1.1 200 OK", (await edge.Ask("GET / HTTP/1.0\r\nHost: www.example.com\r\n\r\n")).Line);
    }

    [Fact]
    public async Task Of_100_end_at_the_edge_which_has_answered_the_expectation_itself()
    {
        await using var origin = Origin.Answering(_ => "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        await using var edge = await EdgeUnderTest.Before(origin);

        Assert.Equal("HTTP/1.1 200 OK", (await edge.Get()).Line);
    }

    [Fact]
    public async Task Wait_for_nobody_while_the_clients_body_is_on_its_way()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await edge.Client();

        await client.Send("POST / HTTP/1.1\r\nHost: www.example.com\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n");
        var call = await origin.Call();
        await call.ReadUntil("ab");
        await call.Send(Early + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        Assert.Equal("HTTP/1.1 200 OK", (await client.Answer()).Line);
    }
}
