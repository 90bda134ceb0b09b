using Kit;
using static Kit.Http2Bytes;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Http2;

/// <summary>What is allowed, seldom, and served.</summary>
public sealed class Streams
{
    [Fact]
    public async Task That_are_reset_end_at_the_origin_and_leave_the_others()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await Connect(edge);

        await client.Send(Post(1));
        var first = await origin.Call();
        await first.ReadUntil("\r\n\r\n");
        await client.Send((byte[])[.. Cancel(1), .. Get(3)]);
        await first.Closed();
        await Serve(await origin.Call());

        Assert.Equal((3, "served"), Told((await client.Next(Http2Frame.Data))!.Value));
    }

    [Fact]
    public async Task Are_answered_no_faster_than_their_window_opens()
    {
        await using var edge = await EdgeUnderTest.Before(Origin.Answering("served"));
        using var client = await Connect(edge, Setting(4, 0));

        await client.Send(Get(1));
        Assert.Equal(0, (await client.Next(Http2Frame.Headers))!.Value.Flags & Http2Frame.EndStream);
        await client.Send((byte[])[.. Http2Frame.Of(Http2Frame.Ping, 0, 0, new byte[8]), .. Window(1, 2)]);
        Assert.NotNull(await client.Next(Http2Frame.Ping)); // before any data
        Assert.Equal((1, "se"), Told((await client.Next(Http2Frame.Data))!.Value));
        await client.Send(Window(1, 100));
        Assert.Equal((1, "rved"), Told((await client.Next(Http2Frame.Data))!.Value));
    }

    [Fact]
    public async Task May_have_padding_priorities_and_frames_nobody_knows()
    {
        await using var origin = Origin.Answering(request => "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nserved");
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await Connect(edge);
        byte[] block = Block((":method", "POST"), (":scheme", "http"), (":path", "/"), (":authority", "www.example.com"), ("content-length", "2"));

        await client.Send((byte[])
        [
            .. Http2Frame.Of(0xEE, 0xFF, 0, 1, 2, 3),
            .. Setting(0x4242, 1),
            .. Http2Frame.Of(Http2Frame.Priority, 0, 7, 0, 0, 0, 5, 1),
            .. Http2Frame.Of(Http2Frame.Headers, Http2Frame.EndHeaders | Http2Frame.Padded | Http2Frame.WithPriority, 1, [3, 0, 0, 0, 0, 16, .. block, 0, 0, 0]),
            .. Http2Frame.Of(Http2Frame.Data, Http2Frame.Padded | Http2Frame.EndStream, 1, 4, (byte)'h', (byte)'i', 0, 0, 0, 0),
        ]);

        Assert.Equal((1, "served"), Told((await client.Next(Http2Frame.Data))!.Value));
    }

    [Fact]
    public async Task May_come_with_their_headers_in_pieces()
    {
        await using var edge = await EdgeUnderTest.Before(Origin.Answering("served"));
        using var client = await Connect(edge);
        var block = Block((":method", "GET"), (":scheme", "http"), (":path", "/"), (":authority", "www.example.com"), ("x-a", "b"));

        await client.Send((byte[])
        [
            .. Http2Frame.Of(Http2Frame.Headers, Http2Frame.EndStream, 1),
            .. block.SelectMany(one => Http2Frame.Of(Http2Frame.Continuation, 0, 1, one)),
            .. Http2Frame.Of(Http2Frame.Continuation, Http2Frame.EndHeaders, 1),
        ]);

        Assert.Equal((1, "served"), Told((await client.Next(Http2Frame.Data))!.Value));
    }

    [Fact]
    public async Task Under_way_are_finished_when_the_edge_stops_and_no_others_begin()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await Connect(edge);
        await client.Send(Get(1));
        var call = await origin.Call();

        var stopping = edge.Drain(CancellationToken.None);
        var first = (await client.Next(Http2Frame.GoAway))!.Value;
        await Serve(call);

        Assert.Equal(ErrorCode.None, first.Code);
        Assert.Equal((1, "served"), Told((await client.Next(Http2Frame.Data))!.Value));
        client.Dispose();
        await stopping;
    }

    [Fact]
    public async Task Whose_headers_are_too_many_are_refused()
    {
        await using var edge = await EdgeUnderTest.Before(Origin.Answering("never"));
        using var client = await Connect(edge);

        await client.Send(Get(1, [.. Enumerable.Range(0, 256).Select(i => ($"x-{i}", ""))]));

        Assert.Contains("431", System.Text.Encoding.Latin1.GetString((await client.Next(Http2Frame.Headers))!.Value.Payload), StringComparison.Ordinal);
    }

    private static (int, string) Told(Http2Frame data) => (data.Stream, System.Text.Encoding.Latin1.GetString(data.Payload));

    private static async Task Serve(OriginCall call)
    {
        await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nserved");
    }

    private static async Task<Http2Client> Connect(EdgeUnderTest edge, byte[]? settings = null) =>
        await Http2Client.Connect(await edge.Listen(listener => listener with { Http2Only = true }), settings);
}
