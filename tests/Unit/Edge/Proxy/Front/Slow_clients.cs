using EdgeInfra.Edge.Proxy;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Front;

/// <summary>A front looks once a second of real time whether a client is too slow: here all of them wait for the same ticks.</summary>
public abstract class Slow_clients(string front)
{
    private const string Host = "Host: www.example.com\r\n";

    public sealed class On_sockets() : Slow_clients("Sockets");

    public sealed class On_Kestrel() : Slow_clients("Kestrel");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.1);

    [Fact]
    public Task Are_answered_with_408_or_broken_off() => Task.WhenAll(
        Answered($"GET / HTTP/1.1\r\n{Host}"),
        Answered($"POST / HTTP/1.1\r\n{Host}Content-Length: 100\r\n\r\n0"),
        Answered($"POST / HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\n5\r\n0"),
        BrokenOff());

    private async Task Answered(string request)
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, limits: new ProxyLimits { HeadersTime = Patience, SlowTime = Patience }, front: Fronts.Of(front));
        using var client = await edge.Client();
        await client.Send(request);

        var answer = await client.Answer();

        Assert.Equal((request, 408, "close", ""), (request, answer.Status, answer["Connection"], await client.ReadToEnd()));
    }

    private async Task BrokenOff()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, limits: new ProxyLimits { SlowTime = Patience, BytesPerSecond = 100_000_000 }, front: Fronts.Of(front));
        using var client = await edge.Client();
        await client.Send($"GET / HTTP/1.1\r\n{Host}\r\n");
        var call = await origin.Call();
        await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
        var piece = new string('a', 1_000_000);

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            while (true)
            {
                await call.Send(piece); // stops when the edge takes no more, which ends when it gives the client up
            }
        });
    }
}
