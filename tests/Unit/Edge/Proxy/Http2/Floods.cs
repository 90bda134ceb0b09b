using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Http2;

/// <summary>Frames that are each allowed and too many together: the edge ends the connection or stops taking them, and serves others meanwhile.</summary>
public sealed class Floods
{
    // Several times what the system's buffers and the edge's own hold of a connection that is not read.
    private const long TooMuch = 64L << 20;

    [Fact]
    public Task Of_pings_whose_answers_are_not_read_are_stopped() =>
        AreStopped(Many(Http2Frame.Of(Http2Frame.Ping, 0, 0, new byte[8])));

    [Fact]
    public Task Of_settings_whose_answers_are_not_read_are_stopped() =>
        AreStopped(Many(Http2Frame.Of(Http2Frame.Settings, 0, 0, 0, 3, 0, 0, 0, 1)));

    [Fact]
    public Task Of_headers_that_never_end_are_stopped() => AreStopped(
        Many(Http2Frame.Of(Http2Frame.Continuation, 0, 1, Http2Bytes.Block(("x-a", new string('a', 8_000))))),
        Http2Frame.Of(Http2Frame.Headers, Http2Frame.EndStream, 1));

    [Fact]
    public Task Of_a_header_that_is_remembered_and_named_again_and_again_are_stopped() => AreStopped(
        Http2Frame.Of(Http2Frame.Continuation, 0, 1, [.. Enumerable.Repeat((byte)0xbe, 16_000)]),
        Http2Frame.Of(Http2Frame.Headers, Http2Frame.EndStream, 1, [0x40, .. Http2Bytes.Block(("x-a", new string('a', 3_000)))[1..]]));

    [Fact]
    public Task Of_data_beyond_the_window_are_stopped() =>
        AreStopped(Many(Http2Bytes.Data(1, new string('a', 16_000))), Http2Bytes.Post(1));

    [Fact]
    public Task Of_streams_are_stopped() => AreStopped(
        [.. Enumerable.Range(0, 20_000).SelectMany(i => Http2Bytes.Get((2 * i) + 1))]);

    private static byte[] Many(byte[] frame) => [.. Enumerable.Repeat(frame, 1 + (60_000 / frame.Length)).SelectMany(bytes => bytes)];

    private static async Task AreStopped(byte[] frames, byte[]? before = null)
    {
        // A POST is left without an answer, so that its stream stays open.
        await using var origin = Origin.Answering(request => request.Head.StartsWith("POST", StringComparison.Ordinal)
            ? ""
            : "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nserved");
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await Http2Client.Connect(await edge.Listen(listener => listener with { Http2Only = true }));
        await client.Send(before ?? []);

        Assert.InRange(client.Flood(frames, TooMuch), 0, TooMuch - 1);

        Assert.Equal("served", (await edge.Get()).Body);
    }
}
