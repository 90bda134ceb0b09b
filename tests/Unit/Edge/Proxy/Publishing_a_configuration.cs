using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class Publishing_a_configuration
{
    [Fact]
    public async Task Leaves_requests_under_way_with_what_they_began_with()
    {
        await using var old = Origin.Played();
        await using var fresh = Origin.Answering("new");
        await using var edge = await EdgeUnderTest.Before(old);

        var underWay = edge.Get();
        var call = await old.Call();
        await call.Request();
        edge.Publish(EdgeUnderTest.Version(EdgeUnderTest.At(fresh)));
        Assert.Equal("new", (await edge.Get()).Body);
        await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nold");

        Assert.Equal("old", (await underWay).Body);
        await call.Closed(); // its pool has gone with the last request
        Assert.Equal(1, edge.Origins.Pools);
    }

    [Fact]
    public async Task Keeps_the_connections_of_an_origin_that_stays()
    {
        await using var origin = Origin.Answering("x");
        await using var edge = await EdgeUnderTest.Before(origin);

        await edge.Get();
        edge.Publish(EdgeUnderTest.Version(EdgeUnderTest.At(origin, backend => backend with { Weight = 3, Comment = "new" }, "renamed")));
        await edge.Get();

        Assert.Equal(1, origin.Accepted);
    }

    [Fact]
    public async Task Loses_no_request_of_clients_that_keep_asking()
    {
        await using var one = Origin.Answering("one");
        await using var two = Origin.Answering("two");
        await using var edge = await EdgeUnderTest.Before(one);
        using var enough = new CancellationTokenSource();

        var clients = Enumerable.Range(0, 4).Select(_ => KeepAsking(edge, enough.Token)).ToList();
        for (var i = 0; i < 200; i++)
        {
            edge.Publish(EdgeUnderTest.Version(EdgeUnderTest.At(i % 2 == 0 ? two : one)) with { Number = i });
            await Task.Yield();
        }

        await enough.CancelAsync();
        var answers = (await Task.WhenAll(clients)).SelectMany(seen => seen).ToList();

        Assert.NotEmpty(answers);
        Assert.All(answers, answer => Assert.Contains(answer, (string[])["one", "two"]));
        Assert.Empty(edge.Log);
        Assert.Equal(1, edge.Origins.Pools);
    }

    [Fact]
    public async Task Draining_lets_requests_finish_and_accepts_no_more()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);

        var underWay = edge.Get();
        var call = await origin.Call();
        await call.Request();
        var drained = edge.Drain(CancellationToken.None);
        Assert.False(drained.IsCompleted);
        await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlast");

        Assert.Equal("last", (await underWay).Body);
        await drained;
        await Assert.ThrowsAnyAsync<System.Net.Sockets.SocketException>(() => edge.Client());
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using var edge = await EdgeUnderTest.Serving(EdgeUnderTest.Version(new EdgeInfra.Model.Backend { Name = "b", Address = "192.0.2.1" }));

        var failure = await Assert.ThrowsAsync<EdgeInfra.Edge.Proxy.Front.PortTakenException>(() =>
            EdgeInfra.Edge.Proxy.EdgeProxy.Start(new EdgeInfra.Edge.Proxy.ProxyOptions { Listen = edge.Endpoint }));

        Assert.Equal($"{edge.Endpoint}: the port is in use by another program; choose another, or 0 for a free one", failure.Message);
    }

    private static async Task<List<string>> KeepAsking(EdgeUnderTest edge, CancellationToken enough)
    {
        var seen = new List<string>();
        using var client = await edge.Client();
        do
        {
            await client.Send("GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n");
            seen.Add((await client.Answer()).Body);
        }
        while (!enough.IsCancellationRequested);
        return seen;
    }
}
