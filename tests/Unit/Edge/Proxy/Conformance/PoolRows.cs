using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>How many connections there are, and how long they live.</summary>
internal static class PoolRows
{
    public static readonly Row[] All =
    [
        new("maxConn", "default", () => AtOnce(backend => backend, 200)),
        new("maxConn", "lowest", () => AtOnce(backend => backend with { MaxConn = 1 }, 1)),
        new("maxConn", "another", () => AtOnce(backend => backend with { MaxConn = 3 }, 3)),
        new("maxUse", "default", () => Uses(null, null)),
        new("maxUse", "zero", () => Uses(0, null)),
        new("maxUse", "lowest", () => Uses(1, 1)),
        new("maxUse", "another", () => Uses(3, 3)),
        new("keepaliveTime", "default", () => Rests(null, 60_000)),
        new("keepaliveTime", "zero", NeverRests),
        new("keepaliveTime", "another", () => Rests(5, 5_000)),
        new("maxLifetime", "default", () => Lives(null, null)),
        new("maxLifetime", "zero", () => Lives(0, null)),
        new("maxLifetime", "shortest", () => Lives(1, 1)),
        new("maxLifetime", "another", () => Lives(5_000, 5_000)),
    ];

    private static async Task AtOnce(Func<Backend, Backend> change, int most)
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, change, time);
        var calls = new List<OriginCall>();
        var asking = new List<Task<RawAnswer>>();
        for (var i = 0; i < most; i++)
        {
            asking.Add(edge.Ask(Wire.Get));
            calls.Add(await origin.Call());
            await calls[i].Request();
        }

        Assert.Equal("HTTP/1.1 503 Backend.max_conn reached", (await edge.Ask(Wire.Get).EndsAfter(1_000, time)).Line);
        Assert.Equal(most, origin.Accepted);
        foreach (var call in calls)
        {
            await call.Send(Wire.Empty);
        }

        Assert.All(await Task.WhenAll(asking), answer => Assert.Equal(200, answer.Status));
    }

    private static async Task Uses(int? value, int? expected)
    {
        await using var origin = Origin.Answering(_ => Wire.Empty);
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { MaxUse = value });
        using var client = await edge.Client();
        for (var i = 0; i < 6; i++)
        {
            await client.Send(Wire.Get);
            Assert.Equal(200, (await client.Answer()).Status);
        }

        Assert.Equal(expected is { } most ? 6 / most : 1, origin.Accepted);
    }

    private static async Task Rests(int? value, int expected)
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { KeepaliveTime = value }, time);
        using var client = await edge.Client();
        var call = await Wire.Serve(client, origin.Call());
        await time.TimerSet(TimeSpan.FromMilliseconds(expected));
        time.Advance(TimeSpan.FromMilliseconds(expected - 1));
        await Wire.Serve(client, ValueTask.FromResult(call)); // still there
        await time.AdvanceUntil(call.Closed(), Wire.Millisecond * (expected / 10));
    }

    private static async Task NeverRests()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { KeepaliveTime = 0 });
        var asking = edge.Ask(Wire.Get);
        var (request, call) = await Wire.Serve(await origin.Call(), asking);
        Assert.Equal("close", request["Connection"]);
        await call.Closed();
    }

    private static async Task Lives(int? value, int? expected)
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(
            origin, backend => backend with { MaxLifetime = value, KeepaliveTime = 86_400 }, time);
        using var client = await edge.Client();
        var call = await Wire.Serve(client, origin.Call());
        time.Advance(TimeSpan.FromMilliseconds((expected ?? 80_000_000) - 1));
        await Wire.Serve(client, ValueTask.FromResult(call));
        time.Advance(Wire.Millisecond);
        if (expected is null)
        {
            await Wire.Serve(client, ValueTask.FromResult(call));
        }
        else
        {
            await Wire.Serve(client, origin.Call());
            await call.Closed();
        }
    }
}
