using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

/// <summary>A sender who floods one that does not read is stopped, which only the edge's own buffers can delay.</summary>
public sealed class Bodies_of_any_size
{
    // The system's buffers of two connections are a few MiB each; a body kept in memory would have no end.
    private const long TooMuch = 64L << 20;

    [Fact]
    public async Task Wait_at_the_origin_while_the_client_does_not_read()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await edge.Client();

        await client.Send("GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n");
        var call = await origin.Call();
        await call.Request();
        await call.Send($"HTTP/1.1 200 OK\r\nContent-Length: {1L << 40}\r\n\r\n");
        await client.ReadUntil("\r\n\r\n");

        Assert.InRange(call.Flood(TooMuch), 1, TooMuch - 1);
        client.Reset();
        await call.Closed(); // and its going ends the fetch
    }

    [Fact]
    public async Task Wait_at_the_client_while_the_origin_does_not_read()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await edge.Client();

        await client.Send("POST / HTTP/1.1\r\nHost: www.example.com\r\nTransfer-Encoding: chunked\r\n\r\n7FFFFFFF\r\n");
        var call = await origin.Call();
        await call.ReadUntil("\r\n\r\n");

        Assert.InRange(client.Flood(TooMuch), 1, TooMuch - 1);
    }
}
