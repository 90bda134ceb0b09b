using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>How long an origin may take, to the millisecond.</summary>
internal static class TimeRows
{
    private const int Day = 86_400_000;

    public static readonly Row[] All =
    [
        new("connectTimeout", "default", () => Connect(null, 1_000)),
        new("connectTimeout", "shortest", () => Connect(1, 1)),
        new("connectTimeout", "longest", () => Connect(Day, Day)),
        new("firstByteTimeout", "default", () => FirstByte(null, 15_000)),
        new("firstByteTimeout", "shortest", () => FirstByte(1, 1)),
        new("firstByteTimeout", "longest", () => FirstByte(600_000, 600_000)),
        new("betweenBytesTimeout", "default", () => BetweenBytes(null, 10_000)),
        new("betweenBytesTimeout", "shortest", () => BetweenBytes(1, 1)),
        new("betweenBytesTimeout", "longest", () => BetweenBytes(Day, Day)),
        new("fetchTimeout", "default", () => Fetch(null, 100)),
        new("fetchTimeout", "shortest", () => FetchBeforeAnAnswer(1)),
        new("fetchTimeout", "another", () => Fetch(30_000, 3)),
    ];

    private static async Task Connect(int? value, int expected)
    {
        var time = new ManualTime();
        await using var origin = Origin.Played(); // accepts, and never speaks TLS
        await using var edge = await EdgeUnderTest.Before(
            origin, backend => Set(backend, value, (b, v) => b with { ConnectTimeout = v }) with { UseSsl = true }, time);
        var asking = edge.Ask(Wire.Get);
        await origin.Call();
        Assert.Equal("HTTP/1.1 503 connection timed out", (await asking.EndsAfter(expected, time)).Line);
    }

    private static async Task FirstByte(int? value, int expected)
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => Set(backend, value, (b, v) => b with { FirstByteTimeout = v }), time);
        var asking = edge.Ask(Wire.Get);
        var call = await origin.Call();
        await call.Request();
        Assert.Equal("HTTP/1.1 503 first byte timeout", (await asking.EndsAfter(expected, time)).Line);
        await call.Closed();
    }

    private static async Task BetweenBytes(int? value, int expected)
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => Set(backend, value, (b, v) => b with { BetweenBytesTimeout = v }), time);
        using var client = await edge.Client();
        await client.Send(Wire.Get);
        var call = await origin.Call();
        await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npart\r\n");
        await client.ReadUntil("part");
        var rest = client.ReadUntil("\r\n0\r\n\r\n"); // what has come counts as all of it
        Assert.Equal("\r\n0\r\n\r\n", await rest.EndsNotBefore(expected, time));
        await call.Closed();
    }

    // An answer of which a byte comes every nine seconds.
    private static async Task Fetch(int? value, int bytesBeforeTheEnd)
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { FetchTimeout = value }, time);
        using var client = await edge.Client();
        await client.Send(Wire.Get);
        var call = await origin.Call();
        await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        await client.ReadUntil("\r\n\r\n");
        for (var i = 0; i < bytesBeforeTheEnd; i++)
        {
            time.Advance(TimeSpan.FromSeconds(9));
            await call.Send("1\r\nx\r\n");
            await client.ReadUntil("x\r\n");
        }

        if (value is not null)
        {
            var end = client.ReadUntil("0\r\n\r\n");
            Assert.Equal("0\r\n\r\n", await end.EndsNotBefore(value.Value - (9_000 * bytesBeforeTheEnd), time));
        }
    }

    private static async Task FetchBeforeAnAnswer(int value)
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { FetchTimeout = value }, time);
        var asking = edge.Ask(Wire.Get);
        await (await origin.Call()).Request();
        Assert.Equal("HTTP/1.1 503 first byte timeout", (await asking.EndsAfter(value, time)).Line);
    }

    private static Backend Set(Backend backend, int? value, Func<Backend, int, Backend> with) => value is { } given ? with(backend, given) : backend;
}
