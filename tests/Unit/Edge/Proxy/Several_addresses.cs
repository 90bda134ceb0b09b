using System.Net;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class Several_addresses
{
    private const string Get = "GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n";

    [Fact]
    public async Task That_do_not_answer_are_overtaken_by_one_that_does()
    {
        var time = new ManualTime();
        using var full = new FullListener();
        await using var origin = Origin.PlayedAt(new IPEndPoint(IPAddress.IPv6Loopback, full.Port));
        await using var edge = await Before(full.Port, time, "127.0.0.1", "::1");

        var asking = edge.Ask(Get);
        await time.TimerSet(TimeSpan.FromMilliseconds(250));
        time.Advance(TimeSpan.FromMilliseconds(249));
        Assert.Equal(0, origin.Accepted);
        time.Advance(TimeSpan.FromMilliseconds(1));

        await Serve(await origin.Call());
        Assert.Equal(200, (await asking).Status);
    }

    [Fact]
    public async Task That_refuse_are_passed_over_at_once()
    {
        await using var origin = Origin.PlayedAt(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        await using var edge = await Before(origin.Port, new ManualTime(), "127.0.0.77", "127.0.0.78", "::1");

        var asking = edge.Ask(Get);
        await Serve(await origin.Call());

        Assert.Equal(200, (await asking).Status);
    }

    [Fact]
    public async Task That_all_refuse_are_a_503_and_that_never_answer_are_one_too()
    {
        var time = new ManualTime();
        using var full = new FullListener();
        await using var refusing = await Before(full.Port, new ManualTime(), "127.0.0.77", "127.0.0.78");
        await using var silent = await Before(full.Port, time, "127.0.0.1", "127.0.0.1");

        Assert.Equal("HTTP/1.1 503 connection refused", (await refusing.Ask(Get)).Line);
        var asking = silent.Ask(Get);
        await time.TimerSet(TimeSpan.FromSeconds(1));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("HTTP/1.1 503 connection timed out", (await asking).Line);
    }

    private static Task<EdgeUnderTest> Before(int port, TimeProvider time, params string[] addresses) => EdgeUnderTest.Serving(
        EdgeUnderTest.Version(new Backend { Name = "origin", Address = "origin.example.net", Port = port }),
        time,
        names: new NameResolver(time, _ => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray())));

    private static async Task Serve(OriginCall call)
    {
        await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    }
}
