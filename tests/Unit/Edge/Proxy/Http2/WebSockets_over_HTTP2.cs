using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Http2;

/// <summary>RFC 8441: what is a CONNECT with a protocol to the client is a switch of protocol to the origin.</summary>
public sealed class WebSockets_over_HTTP2
{
    private const int ConnectProtocol = 8;

    [Fact]
    public async Task Are_announced_and_pass_bytes_both_ways()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await Http2Client.Connect(await edge.Listen(listener => listener with { Http2Only = true }));

        Assert.Equal(1, (await client.Next(Http2Frame.Settings))!.Value.SettingsById[ConnectProtocol]);
        await client.Send(Connect("websocket"));
        var call = await origin.Call();
        var seen = await call.Request();
        await call.Send("HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: y\r\nSec-WebSocket-Protocol: chat\r\n\r\nearly");
        var head = (await client.Next(Http2Frame.Headers))!.Value;

        Assert.StartsWith("GET /chat?a=b HTTP/1.1\r\nHost: www.example.com\r\n", seen.Head, StringComparison.Ordinal);
        Assert.Equal(("Upgrade", "websocket", "13"), (seen["Connection"], seen["Upgrade"], seen["Sec-WebSocket-Version"]));
        Assert.Equal(16, Convert.FromBase64String(seen["Sec-WebSocket-Key"]!).Length);
        Assert.Equal(0x88, head.Payload[0]); // :status 200
        Assert.DoesNotContain("accept", System.Text.Encoding.Latin1.GetString(head.Payload), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("early"u8.ToArray(), (await client.Next(Http2Frame.Data))!.Value.Payload);
        await client.Send(Http2Bytes.Data(1, "up"));
        Assert.Equal("up", await call.Read(2));
        call.Close();
        Assert.Equal(Http2Frame.EndStream, (await client.Next(Http2Frame.Data))!.Value.Flags);
    }

    [Fact]
    public async Task End_at_the_origin_when_the_client_resets_the_stream()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await Http2Client.Connect(await edge.Listen(listener => listener with { Http2Only = true }));
        await client.Send(Connect("websocket"));
        var call = await origin.Call();
        await call.Request();
        await call.Send("HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
        await client.Next(Http2Frame.Headers);

        await client.Send(Http2Bytes.Cancel(1));

        await call.Closed();
    }

    [Fact]
    public async Task Are_refused_with_the_origins_own_words()
    {
        await using var origin = Origin.Answering(_ => "HTTP/1.1 403 No\r\nContent-Length: 2\r\n\r\nno");
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await Http2Client.Connect(await edge.Listen(listener => listener with { Http2Only = true }));

        await client.Send(Connect("websocket"));

        Assert.NotEqual(0x88, (await client.Next(Http2Frame.Headers))!.Value.Payload[0]);
        Assert.Equal("no"u8.ToArray(), (await client.Next(Http2Frame.Data))!.Value.Payload);
    }

    [Fact]
    public async Task Are_the_only_protocol_there_is()
    {
        await using var edge = await EdgeUnderTest.Before(Origin.Answering("never"));
        using var client = await Http2Client.Connect(await edge.Listen(listener => listener with { Http2Only = true }));

        await client.Send(Connect("connect-udp"));

        var head = System.Text.Encoding.Latin1.GetString((await client.Next(Http2Frame.Headers))!.Value.Payload);
        Assert.Contains("501", head, StringComparison.Ordinal);
    }

    private static byte[] Connect(string protocol) => Http2Bytes.Request(1, Http2Frame.EndHeaders,
    [
        (":method", "CONNECT"), (":protocol", protocol), (":scheme", "http"), (":path", "/chat?a=b"), (":authority", "www.example.com"),
        ("sec-websocket-version", "13"),
    ]);
}
