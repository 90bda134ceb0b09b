using System.Net;
using System.Net.Sockets;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class Failing_over : IDisposable
{
    private const string Get = "GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n";
    private const string Post = "POST / HTTP/1.1\r\nHost: www.example.com\r\nContent-Length: 4\r\n\r\nbody";

    private readonly List<Socket> _dead = [];

    public void Dispose() => _dead.ForEach(socket => socket.Dispose());

    [Theory]
    [InlineData(Get)]
    [InlineData(Post)] // nothing of it was sent
    public async Task Goes_on_to_another_member_when_nobody_listens(string request)
    {
        await using var well = Origin.Answering("well");
        await using var edge = await EdgeUnderTest.Serving(Balanced(Dead(), well.Port));

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal("well", (await edge.Ask(request)).Body);
        }

        var failovers = edge.Traffic.Of("svc").Failovers;
        Assert.InRange(failovers, 1, 19); // some went to the other one at once
        Assert.Equal(failovers, edge.Log.Count(line => line.Contains("connection refused", StringComparison.Ordinal) && line.Contains("; the request goes on to b1", StringComparison.Ordinal)));
        Assert.Equal(0, edge.Traffic.Of("svc").Errors);
    }

    [Fact]
    public async Task Tries_each_member_once_and_tells_of_the_last()
    {
        await using var edge = await EdgeUnderTest.Serving(Balanced(Dead(), Dead(), Dead()));

        Assert.Equal("HTTP/1.1 503 connection refused", (await edge.Ask(Get)).Line);
        await edge.Drain(CancellationToken.None); // a request is counted once it has ended

        Assert.Equal(3, edge.Log.Count);
        Assert.Equal(3, edge.Log.Select(line => line.Split(' ')[0]).Distinct().Count());
        Assert.Equal((2, 1), (edge.Traffic.Of("svc").Failovers, edge.Traffic.Of("svc").Errors));
    }

    [Theory]
    [InlineData(Get, "well")]
    [InlineData(Post, null)] // it may have happened
    public async Task Goes_on_when_the_origin_closes_without_a_word_only_if_nothing_happens_twice(string request, string? body)
    {
        await using var silent = Origin.Played();
        await using var well = Origin.Answering("well");
        await using var edge = await EdgeUnderTest.Serving(Balanced(silent.Port, well.Port));

        var asking = edge.Ask(request);
        var call = silent.Call().AsTask();
        while (await Task.WhenAny(asking, call) == asking)
        {
            await asking; // went to the other one
            asking = edge.Ask(request);
        }

        await (await call).Request();
        (await call).Close();
        var answer = await asking;
        Assert.Equal(body is null ? 503 : 200, answer.Status);
        Assert.Equal(body ?? answer.Body, answer.Body);
        Assert.Equal(body is null ? 0 : 1, edge.Traffic.Of("svc").Failovers);
    }

    [Fact]
    public async Task Does_not_go_on_once_a_byte_has_come_or_the_time_is_over()
    {
        var time = new ManualTime();
        await using var one = Origin.Played();
        await using var two = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(Balanced(one.Port, two.Port), time);

        var (asking, call) = await Asked(edge, one, two);
        await call.Send("H");
        call.Close();
        Assert.Equal("HTTP/1.1 503 backend read error", (await asking).Line);

        (asking, _) = await Asked(edge, one, two);
        await time.TimerSet(TimeSpan.FromSeconds(15));
        time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal("HTTP/1.1 503 first byte timeout", (await asking).Line);
        Assert.Equal(0, edge.Traffic.Of("svc").Failovers);
    }

    [Fact]
    public async Task Never_leaves_a_lone_backend()
    {
        await using var other = Origin.Answering("other");
        var version = Balanced(Dead(), other.Port);
        await using var edge = await EdgeUnderTest.Serving(
            version with { Backends = [.. version.Backends.Select(backend => backend with { AutoLoadbalance = false })] });

        Assert.Equal("HTTP/1.1 503 connection refused", (await edge.Ask(Get)).Line);
        Assert.Equal(0, edge.Traffic.Of("svc").Failovers);
    }

    [Fact]
    public async Task Goes_on_when_all_connections_are_in_use()
    {
        await using var one = Origin.Played();
        await using var two = Origin.Played();
        var version = Balanced(one.Port, two.Port);
        ServiceVersion Patient(int milliseconds) => version with
        {
            Backends = [.. version.Backends.Select(backend => backend with { MaxConn = 1, ConnectTimeout = milliseconds })],
        };
        await using var edge = await EdgeUnderTest.Serving(Patient(1_000));

        var first = edge.Ask(Get);
        var second = edge.Ask(Get);
        var calls = new[] { await one.Call(), await two.Call() };

        edge.Publish(Patient(1)); // the places outlive it
        Assert.Equal("HTTP/1.1 503 Backend.max_conn reached", (await edge.Ask(Get)).Line);
        foreach (var call in calls)
        {
            await call.Request();
            await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        }

        Assert.Equal((200, 200), ((await first).Status, (await second).Status));
    }

    private static async Task<(Task<RawAnswer> Asking, OriginCall Call)> Asked(EdgeUnderTest edge, params Origin[] origins)
    {
        var asking = edge.Ask(Get);
        var call = await await Task.WhenAny(origins.Select(origin => origin.Call().AsTask()));
        await call.Request();
        return (asking, call);
    }

    // Bound and not listened to: connections are refused, and nobody else gets the port.
    private int Dead()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _dead.Add(socket);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static ServiceVersion Balanced(params int[] ports) => EdgeUnderTest.Version([.. ports.Select((port, i) =>
        new Backend { Name = "b" + i, Address = "127.0.0.1", Port = port, AutoLoadbalance = true })]);
}
