using EdgeInfra.Edge.Proxy.Front;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Front;

/// <summary>What happens to connections between and around requests, on the front that reads sockets itself.</summary>
public sealed class Clients_on_sockets
{
    private const string Get = "GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n";

    [Fact]
    public async Task Are_closed_when_they_say_nothing_for_too_long()
    {
        var time = new ManualTime();
        await using var edge = await Serving(Origin.Answering("served"), time);
        using var client = await edge.Client();
        await client.Send(Get);
        await client.Answer();
        var end = client.ReadToEnd();

        time.Advance(TimeSpan.FromSeconds(120));
        Assert.False(end.IsCompleted);
        await time.AdvanceUntil(end, TimeSpan.FromSeconds(15));

        Assert.Equal("", await end);
    }

    [Fact]
    public async Task Get_an_early_answer_although_they_go_on_sending()
    {
        await using var edge = await Serving(Origin.Answering("never asked"));
        using var client = await edge.Client();

        await client.Send($"GET / HTTP/1.1\r\nHost: www.example.com\r\n: 1\r\n{new string('a', 500_000)}");
        var got = await client.ReadToEnd();

        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", got, StringComparison.Ordinal);
    }

    [Fact]
    public async Task End_the_fetch_when_they_go()
    {
        await using var origin = Origin.Played();
        await using var edge = await Serving(origin);
        var client = await edge.Client();
        await client.Send(Get);
        var call = await origin.Call();
        await call.Request();

        client.Dispose();

        Assert.Equal("", await call.Closed());
    }

    [Fact]
    public async Task Are_let_go_at_the_end_when_they_are_idle_and_answered_when_they_are_not()
    {
        await using var origin = Origin.Played();
        await using var edge = await Serving(origin);
        using var idle = await edge.Client();
        using var busy = await edge.Client();
        await busy.Send(Get);
        var call = await origin.Call();
        await call.Request();

        var drained = edge.Drain(CancellationToken.None);
        Assert.Equal("", await idle.ReadToEnd());
        await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        var answer = await busy.Answer();
        Assert.Equal(("ok", "close"), (answer.Body, answer["Connection"]));
        await drained;
    }

    [Theory]
    [InlineData("GET / HTTP/1.0\r\nHost: www.example.com\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n")]
    [InlineData("GET / HTTP/1.0\r\nHost: www.example.com\r\nConnection: keep-alive\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")]
    [InlineData("GET / HTTP/1.1\r\nHost: www.example.com\r\nConnection: close\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n")]
    [InlineData("HEAD / HTTP/1.1\r\nHost: www.example.com\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("HEAD / HTTP/1.1\r\nHost: www.example.com\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n", "HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhi")]
    [InlineData("GET / HTTP/1.1\r\nHost: nobody.example\r\n\r\n", "")]
    public async Task Are_answered_as_Kestrel_answers_them(string request, string answer)
    {
        Assert.Equal(await Answer(FrontKind.Kestrel, request, answer), await Answer(FrontKind.Sockets, request, answer));
    }

    // Draining ends the connection, so that what came is all of it; the order of lines is nobody's business.
    private static async Task<string> Answer(FrontKind front, string request, string answer)
    {
        await using var origin = Origin.Scripted(async call =>
        {
            await call.Request();
            await call.Send(answer);
        });
        await using var edge = await EdgeUnderTest.Before(origin, front: front);
        using var client = await edge.Client();
        await client.Send(request);
        var head = await client.ReadUntil("\r\n\r\n");
        await edge.Drain(CancellationToken.None);
        var body = await client.ReadToEnd();
        var lines = head.Split("\r\n").Where(line => !line.StartsWith("Date: ", StringComparison.Ordinal) && line != "Connection: close");
        return string.Join('\n', lines.Order(StringComparer.Ordinal)) + "\n\n" + body;
    }

    private static Task<EdgeUnderTest> Serving(Origin origin, TimeProvider? clientTime = null) =>
        EdgeUnderTest.Serving(EdgeUnderTest.Version(EdgeUnderTest.At(origin)), front: FrontKind.Sockets, clientTime: clientTime);
}
