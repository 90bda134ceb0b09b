using EdgeInfra.Edge.Proxy;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Front;

public sealed class Listening_with_HTTP2
{
    [Fact]
    public async Task Gives_the_origin_what_an_HTTP_1_client_would_have_sent()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await Connect(edge);

        await client.Send(Http2Bytes.Get(1, ("cookie", "a=1"), ("accept", "x"), ("cookie", "b=2"), ("te", "trailers")));
        var call = await origin.Call();
        var request = await call.Request();
        await call.Send("HTTP/1.1 200 Fine\r\nConnection: keep-alive, X-Hop\r\nKeep-Alive: timeout=5\r\nX-Hop: 1\r\nContent-Length: 2\r\n\r\nhi");

        Assert.StartsWith("GET / HTTP/1.1\r\nHost: www.example.com\r\n", request.Head, StringComparison.Ordinal);
        Assert.Equal("a=1; b=2", request["Cookie"]);
        Assert.Equal("trailers", request["TE"]);
        Assert.Equal("2 edgeinfra", request["Via"]);
        Assert.Equal("hi"u8.ToArray(), (await client.Next(Http2Frame.Data))!.Value.Payload);
    }

    [Theory]
    [InlineData("connection", "close")]
    [InlineData("te", "gzip")]
    [InlineData("Upper", "case")]
    public async Task Refuses_headers_that_HTTP_2_has_no_use_for(string name, string value)
    {
        await using var edge = await EdgeUnderTest.Before(Origin.Answering("never"));
        using var client = await Connect(edge);

        await client.Send(Http2Bytes.Get(1, (name, value)));

        Assert.Equal(1, (await EndOf(client)).Code); // PROTOCOL_ERROR
    }

    [Theory]
    [InlineData("transfer-encoding", "chunked")]
    [InlineData("upgrade", "h2c")]
    [InlineData("keep-alive", "timeout=5")]
    [InlineData("proxy-connection", "keep-alive")]
    public async Task Answers_400_to_others(string name, string value)
    {
        await using var edge = await EdgeUnderTest.Before(Origin.Answering("never"));
        using var client = await Connect(edge);

        await client.Send(Http2Bytes.Get(1, (name, value)));

        Assert.Equal(0x8C, (await client.Next(Http2Frame.Headers))!.Value.Payload[0]); // :status 400 in HPACK's table
    }

    [Fact]
    public async Task Takes_a_header_line_as_long_as_in_HTTP_1()
    {
        await using var edge = await EdgeUnderTest.Before(Origin.Answering("taken"));
        using var client = await Connect(edge);

        // In frames of 16 KiB at most: this one and the rest of it behind would need a continuation, so the value stays below.
        await client.Send(Http2Bytes.Get(1, ("x-long", new string('a', 16_000))));

        Assert.Equal("taken"u8.ToArray(), (await client.Next(Http2Frame.Data))!.Value.Payload);
    }

    [Fact]
    public async Task Refuses_one_stream_more_than_it_has_announced()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, limits: new ProxyLimits { Streams = 3 });
        using var client = await Connect(edge);
        var settings = (await client.Next(Http2Frame.Settings))!.Value.SettingsById;

        await client.Send((byte[])[.. Http2Bytes.Get(1), .. Http2Bytes.Get(3), .. Http2Bytes.Get(5), .. Http2Bytes.Get(7)]);
        var refused = (await client.Next(Http2Frame.Reset))!.Value;

        Assert.Equal(3, settings[3]);
        Assert.Equal(4096, settings.GetValueOrDefault(1, 4096));
        Assert.Equal((7, 7), (refused.Stream, refused.Code)); // REFUSED_STREAM
    }

    [Fact]
    public async Task Ends_a_connection_that_only_opens_and_resets_streams_and_serves_others()
    {
        await using var edge = await EdgeUnderTest.Before(Origin.Answering("served"), limits: new ProxyLimits { Streams = 10 });
        using var flood = await Connect(edge);
        var end = EndOf(flood);

        try
        {
            for (var stream = 1; !end.IsCompleted; stream += 2)
            {
                await flood.Send((byte[])[.. Http2Bytes.Get(stream), .. Http2Bytes.Cancel(stream)]);
            }
        }
        catch (System.Net.Sockets.SocketException)
        {
            // closed while we wrote
        }

        // ENHANCE_YOUR_CALM, unless the reset of a connection with unread frames overtakes it.
        Assert.Contains(await end, ((int, int)[])[(0, 11), (-1, -1)]);
        Assert.Equal("served", (await edge.Get()).Body);
    }

    // The error that ends the stream (from a reset) or the connection (stream 0, from a GOAWAY).
    private static async Task<(int Stream, int Code)> EndOf(Http2Client client) =>
        await client.Next(Http2Frame.GoAway) is { } end ? (end.Stream, end.Code) : (-1, -1);

    private static async Task<Http2Client> Connect(EdgeUnderTest edge) =>
        await Http2Client.Connect(await edge.Listen(listener => listener with { Http2Only = true }));
}
