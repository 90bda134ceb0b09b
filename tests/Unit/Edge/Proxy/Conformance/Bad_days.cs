using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>
/// What an origin can do wrong, and what becomes of it: the client's status line and body, the line in the log, the connection (never used
/// again) and the place at the origin (free again, else the next request could not be served).
/// </summary>
public sealed class Bad_days
{
    private const string Asked = "GET / HTTP/1.1\r\nHost: www.example.com\r\nConnection: close\r\n\r\n";
    private const string Sized = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n";
    private const string Chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private const string Page = "</html>\n";

    private static readonly Day[] All =
    [
        new("hangs after the connection", "", null, Hang, "503 first byte timeout", Page, "first byte timeout: the answer did not come in time"),
        new("hangs after the head", Sized, "\r\n\r\n", Hang, "200 OK", "\r\n\r\n", "paused for too long"),
        new("hangs in a body of known length", Sized + "ab", "ab", Hang, "200 OK", "\r\n\r\nab", "paused for too long"),
        new("hangs in a chunked body", Chunked + "2\r\nab\r\n", "ab", Hang, "200 OK", "2\r\nab\r\n0\r\n\r\n", "paused for too long"),
        new("closes instead of answering", "", null, Close, "503 backend read error", Page, "closed the connection instead of answering"),
        new("closes within the head", "HTTP/1.1 200 OK\r\nA:", null, Close, "503 backend read error", Page, "closed the connection within the head"),
        new("closes in a body of known length", Sized + "ab", "ab", Close, "200 OK", "\r\n\r\nab", "2 bytes before the end of the body"),
        new("closes in a chunked body", Chunked + "2\r\nab\r\n", "ab", Close, "200 OK", "2\r\nab\r\n", "before the last chunk"),
        new("sends garbage", "", null, call => call.Send("\x16\x03garbage\r\n\r\n"), "503 backend read error", Page, "does not begin with a status line"),
        new("sends garbage between chunks", Chunked + "2\r\nab\r\n", "ab", call => call.Send("zz\r\n"),
            "200 OK", "2\r\nab\r\n", "not a hexadecimal number"),
        new("resets", "", null, Reset, "503 backend read error", Page, "backend read error"),
        new("resets in a body", Sized + "ab", "ab", Reset, "200 OK", "\r\n\r\nab", "backend read error"),
        new("answers twice", Sized + "ab", "ab", call => call.Send("cdHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"), "200 OK", "abcd", null),
    ];

    public static TheoryData<string> Days => [.. All.Select(day => day.What)];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task End_well(string what)
    {
        var day = All.Single(one => one.What == what);
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { MaxConn = 1 }, time);

        using var client = await edge.Client();
        await client.Send(Asked);
        var call = await origin.Call();
        await call.Request();
        await call.Send(day.Part);
        var begun = day.Seen is null ? "" : await client.ReadUntil(day.Seen);
        await day.Then(call);
        var rest = client.ReadToEnd();
        if (day.Then == Hang)
        {
            await time.AdvanceUntil(rest, TimeSpan.FromSeconds(1));
        }

        var answer = begun + await rest;
        Assert.StartsWith("HTTP/1.1 " + day.Line + "\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith(day.End, answer, StringComparison.Ordinal);
        await Logs(edge, day.Log);
        await Wire.Serve(edge, origin);
        await call.Closed();
    }

    [Fact]
    public async Task End_well_when_nobody_listens()
    {
        var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { MaxConn = 1 });
        await origin.DisposeAsync();

        Assert.Equal("HTTP/1.1 503 connection refused", (await edge.Ask(Wire.Get)).Line);
        await Logs(edge, "connection refused");
        Assert.Equal("HTTP/1.1 503 connection refused", (await edge.Ask(Wire.Get)).Line);
    }

    [Fact]
    public async Task End_well_when_nobody_accepts()
    {
        var time = new ManualTime();
        using var full = new FullListener();
        await using var edge = await EdgeUnderTest.Serving(EdgeUnderTest.Version(
            new EdgeInfra.Model.Backend { Name = "full", Address = "127.0.0.1", Port = full.Port, MaxConn = 1 }), time);

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("HTTP/1.1 503 connection timed out", (await edge.Ask(Wire.Get).EndsAfter(1_000, time)).Line);
            await Logs(edge, "connection timed out");
        }
    }

    private static async Task Logs(EdgeUnderTest edge, string? text)
    {
        if (text is null)
        {
            Assert.Empty(edge.Log);
        }
        else
        {
            await edge.Logged(text);
        }
    }

    private static Task Hang(OriginCall call) => Task.CompletedTask;

    private static Task Close(OriginCall call)
    {
        call.Close();
        return Task.CompletedTask;
    }

    private static Task Reset(OriginCall call)
    {
        call.Reset();
        return Task.CompletedTask;
    }

    /// <param name="Part">What the origin sends before.</param>
    /// <param name="Seen">How the client sees that part end; null where it can't.</param>
    /// <param name="End">How the answer ends. It is whole where its framing says so, else the connection was broken.</param>
    private sealed record Day(string What, string Part, string? Seen, Func<OriginCall, Task> Then, string Line, string End, string? Log);
}
