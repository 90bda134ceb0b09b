using System.Net;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>The steps that rows are made of.</summary>
internal static class Wire
{
    public const string Get = "GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n";
    public const string Empty = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    /// <summary>An address of the loopback network at which nobody listens.</summary>
    public const string Nobody = "127.0.0.77";

    public static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    /// <summary>What an origin gets from a backend that is like this.</summary>
    public static async Task<OriginRequest> Seen(Func<Backend, Backend> change, string request = Get)
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, change);
        var asking = edge.Ask(request);
        return (await Serve(await origin.Call(), asking)).Request;
    }

    /// <summary>Answers a request on a connection, and what it was.</summary>
    public static async Task<(OriginRequest Request, OriginCall Call)> Serve(OriginCall call, Task<RawAnswer> asking)
    {
        var request = await call.Request();
        await call.Send(Empty);
        Assert.Equal(200, (await asking).Status);
        return (request, call);
    }

    /// <summary>Asks once and has it answered on a new connection.</summary>
    public static async Task<OriginCall> Serve(EdgeUnderTest edge, Origin origin)
    {
        var asking = edge.Ask(Get);
        return (await Serve(await origin.Call(), asking)).Call;
    }

    /// <summary>The next request of a client, answered on this connection. The client's next one begins when the edge is done with it.</summary>
    public static async Task<OriginCall> Serve(RawClient client, ValueTask<OriginCall> call)
    {
        await client.Send(Get);
        var answering = await call;
        await answering.Request();
        await answering.Send(Empty);
        Assert.Equal(200, (await client.Answer()).Status);
        return answering;
    }

    /// <summary>The line the edge logs when it can't reach the backend.</summary>
    public static async Task<string> Unreachable(Backend backend)
    {
        await using var edge = await EdgeUnderTest.Serving(EdgeUnderTest.Version(backend));
        Assert.Equal("HTTP/1.1 503 connection refused", (await edge.Ask(Get)).Line);
        return Assert.Single(edge.Log);
    }

    public static NameResolver Names(TimeProvider time, params string[] addresses) =>
        new(time, _ => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray()));

    /// <summary>Nothing has come of it after so long, but something a millisecond later.</summary>
    public static async Task<T> EndsAfter<T>(this Task<T> task, int milliseconds, ManualTime time)
    {
        await time.TimerSet(TimeSpan.FromMilliseconds(milliseconds));
        time.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        Assert.False(task.IsCompleted);
        time.Advance(Millisecond);
        return await task;
    }

    /// <summary>Nothing has come of it before so long; for limits that begin anew at a moment no test can see.</summary>
    public static async Task<T> EndsNotBefore<T>(this Task<T> task, int milliseconds, ManualTime time)
    {
        time.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        Assert.False(task.IsCompleted);
        await time.AdvanceUntil(task, Millisecond * Math.Max(1, milliseconds / 100));
        return await task;
    }
}
