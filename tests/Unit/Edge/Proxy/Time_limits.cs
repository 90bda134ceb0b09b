using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class Time_limits
{
    private const string Get = "GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n";
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task An_origin_that_does_not_answer_in_time_is_a_503_first_byte_timeout()
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { FirstByteTimeout = 15_000 }, time);

        var asking = edge.Ask(Get);
        var call = await origin.Call();
        await call.Request();
        await time.TimerSet(15 * Second);
        time.Advance(14.9 * Second);
        Assert.False(asking.IsCompleted);
        time.Advance(0.1 * Second);

        var answer = await asking;
        Assert.Equal("HTTP/1.1 503 first byte timeout", answer.Line);
        Assert.Equal("0", answer["Retry-After"]);
        Assert.Contains("<h1>Error 503 first byte timeout</h1>", answer.Body, StringComparison.Ordinal);
        await call.Closed();
    }

    [Fact]
    public async Task The_first_byte_is_awaited_anew_after_an_interim_answer()
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { FirstByteTimeout = 15_000 }, time);

        var asking = edge.Ask(Get);
        var call = await origin.Call();
        await call.Request();
        await call.Send("HTTP/1.1 100 Continue\r\n\r\n");
        await time.AdvanceUntil(asking, Second);

        Assert.Equal("HTTP/1.1 503 first byte timeout", (await asking).Line);
    }

    [Fact]
    public async Task A_pause_in_a_chunked_answer_ends_it_as_if_it_were_complete()
    {
        var rest = await AfterAPause("Transfer-Encoding: chunked\r\n\r\n4\r\npart\r\n");

        Assert.Equal("\r\n0\r\n\r\n", rest);
    }

    [Fact]
    public async Task A_pause_in_an_answer_of_announced_length_breaks_the_clients_connection()
    {
        var rest = await AfterAPause("Content-Length: 8\r\n\r\npart");

        Assert.Equal("", rest);
    }

    [Fact]
    public async Task A_slow_answer_that_never_pauses_for_long_is_left_alone()
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { BetweenBytesTimeout = 10_000 }, time);
        using var client = await edge.Client();

        await client.Send(Get);
        var call = await origin.Call();
        await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n");
        await client.ReadUntil("\r\n\r\n");
        foreach (var letter in "abcdef")
        {
            time.Advance(9 * Second);
            await call.Send(letter.ToString());
            Assert.Equal(letter.ToString(), await client.ReadUntil(letter.ToString()));
        }
    }

    [Fact]
    public async Task A_whole_answer_has_to_fit_into_the_fetch_timeout()
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { FetchTimeout = 3_000 }, time);

        var asking = edge.Ask(Get);
        var call = await origin.Call();
        await call.Request();
        await time.TimerSet(3 * Second);
        time.Advance(3 * Second);

        Assert.Equal("HTTP/1.1 503 first byte timeout", (await asking).Line);
    }

    [Fact]
    public async Task A_handshake_that_takes_too_long_is_a_503_connection_timed_out()
    {
        var time = new ManualTime();
        await using var origin = Origin.Played(); // accepts, and never speaks TLS
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { UseSsl = true, ConnectTimeout = 1_000 }, time);

        var asking = edge.Ask(Get);
        await origin.Call();
        time.Advance(Second);

        Assert.Equal("HTTP/1.1 503 connection timed out", (await asking).Line);
    }

    // What the client still gets when the origin stops after "part", and that the origin's connection ends.
    private static async Task<string> AfterAPause(string answer)
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { BetweenBytesTimeout = 10_000 }, time);
        using var client = await edge.Client();

        await client.Send("GET / HTTP/1.1\r\nHost: www.example.com\r\nConnection: close\r\n\r\n");
        var call = await origin.Call();
        await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\n" + answer);
        Assert.StartsWith("HTTP/1.1 200 OK", await client.ReadUntil("part"), StringComparison.Ordinal);
        var rest = client.ReadToEnd();
        await time.AdvanceUntil(rest, Second);
        await call.Closed();
        return await rest;
    }
}
