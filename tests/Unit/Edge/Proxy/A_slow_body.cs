using EdgeInfra.Edge.Proxy.Stages;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

/// <summary>A client that sends its body slowly is waited for at the edge, not at the origin.</summary>
public sealed class A_slow_body
{
    private const string Post = "POST / HTTP/1.1\r\nHost: www.example.com\r\nContent-Length: ";

    [Fact]
    public async Task Takes_no_place_at_the_origin_until_it_is_there()
    {
        await using var origin = Origin.Answering("served");
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { MaxConn = 1, ConnectTimeout = 5_000 });
        using var one = await edge.Client();
        using var two = await edge.Client();
        await one.Send(Post + "4\r\n\r\nab");
        await two.Send(Post + "4\r\n\r\nab");

        Assert.Equal("served", (await edge.Get()).Body);
        Assert.Equal(1, origin.Accepted);

        await one.Send("cd");
        Assert.Equal("served", (await one.Answer()).Body);
        await two.Send("cd");
        Assert.Equal("served", (await two.Answer()).Body);
    }

    [Fact]
    public async Task Reaches_the_origin_whole()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await edge.Client();
        var half = new string('a', GatherBody.Most / 2);

        await client.Send($"{Post}{GatherBody.Most}\r\n\r\n{half}");
        await client.Send(half);
        var call = await origin.Call();

        Assert.Equal(half + half, (await call.Request()).Body);
        await call.Send("HTTP/1.1 204 Fine\r\n\r\n");
        Assert.Equal(204, (await client.Answer()).Status);
    }

    [Fact]
    public async Task Is_passed_on_as_it_comes_once_there_is_enough_of_a_large_one()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await edge.Client();
        var enough = new string('a', GatherBody.Most);

        await client.Send($"{Post}{GatherBody.Most + 4}\r\n\r\n{enough}");
        var call = await origin.Call();
        await call.ReadUntil("\r\n\r\n");

        Assert.Equal(enough, await call.Read(GatherBody.Most));
        await client.Send("rest");
        Assert.Equal("rest", await call.Read(4));
    }

    [Fact]
    public async Task That_breaks_off_never_gets_to_the_origin()
    {
        await using var origin = Origin.Answering("served");
        await using var edge = await EdgeUnderTest.Before(origin);
        using (var client = await edge.Client())
        {
            await client.Send(Post + "4\r\n\r\nab");
        }

        Assert.Equal("served", (await edge.Get()).Body);
        Assert.Equal(1, origin.Accepted);
        Assert.Empty(edge.Log);
    }
}
