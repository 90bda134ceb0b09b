using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class When_an_origin_fails
{
    private const string Get = "GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n";

    [Fact]
    public async Task Nobody_listening_is_a_503_connection_refused()
    {
        var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        await origin.DisposeAsync();

        Assert.Equal("HTTP/1.1 503 connection refused", (await edge.Ask(Get)).Line);
        Assert.Contains("origin (http://127.0.0.1:", Assert.Single(edge.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_nobody_knows_is_a_503()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { Address = "nowhere.invalid" });

        Assert.Equal("HTTP/1.1 503 Backend unavailable, name not resolved", (await edge.Ask(Get)).Line);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n")]
    [InlineData("HTTP/2 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 20 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 999 No\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\n\n")]
    [InlineData("HTTP/1.1 200 OK\r\nA: b\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nA: b\r\n folded\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nA : b\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\n: empty\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nA: b\rSet-Cookie: c\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nA: b\0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 O\rK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\n\r\na")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\na")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: \r\n\r\na")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n")]
    public async Task An_answer_that_is_not_clean_HTTP_is_a_503_and_the_connection_is_not_used_again(string bytes)
    {
        await using var origin = Origin.Answering(_ => bytes);
        await using var edge = await EdgeUnderTest.Before(origin);

        Assert.Equal("HTTP/1.1 503 backend read error", (await edge.Ask(Get)).Line);
        Assert.Equal("HTTP/1.1 503 backend read error", (await edge.Ask(Get)).Line);
        Assert.Equal(2, origin.Accepted);
    }

    [Theory]
    [InlineData("A: b\r\n", 130)]
    [InlineData("A: 0123456789012345678901234567890123456789012345678901234567890123456789\r\n", 1000)]
    public async Task A_head_beyond_all_measure_is_a_503(string line, int times)
    {
        await using var origin = Origin.Answering(_ => "HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat(line, times)) + "Content-Length: 0\r\n\r\n");
        await using var edge = await EdgeUnderTest.Before(origin);

        Assert.Equal("HTTP/1.1 503 backend read error", (await edge.Ask(Get)).Line);
    }

    [Theory]
    [InlineData("Content-Length: 8\r\n\r\npart")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n8\r\npart")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4\r\npart\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4\r\npartX\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4\r\npart\r\nx\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4\r\npart\r\n-4\r\npart\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4\r\npart\r\n0\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4\r\npart\r\n11111111111111111\r\n")]
    public async Task A_body_that_breaks_off_or_breaks_the_rules_breaks_the_clients_connection(string bytes)
    {
        await using var origin = Origin.Answering(_ => "HTTP/1.1 200 OK\r\n" + bytes, closing: true);
        await using var edge = await EdgeUnderTest.Before(origin);

        var answer = await edge.Ask(Get);

        Assert.False(answer.IsWhole);
    }

    [Theory]
    [InlineData("CLOSE")]
    [InlineData("RESET")]
    public async Task A_connection_that_ends_without_an_answer_is_a_503(string how)
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);

        var asking = edge.Ask(Get);
        var call = await origin.Call();
        await call.Request();
        End(call, how);

        Assert.Equal("HTTP/1.1 503 backend read error", (await asking).Line);
        Assert.Equal(1, origin.Accepted);
    }

    [Fact]
    public async Task More_requests_at_once_than_max_conn_wait_as_long_as_for_a_connection_and_are_a_503_then()
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { MaxConn = 1, ConnectTimeout = 2_000 }, time);

        var first = edge.Ask(Get);
        var call = await origin.Call();
        await call.Request();
        var late = edge.Ask(Get);
        await time.TimerSet(TimeSpan.FromSeconds(2));
        Assert.Equal("HTTP/1.1 503 Backend.max_conn reached", (await edge.Ask(Get)).Line); // as many as may be there may wait
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("HTTP/1.1 503 Backend.max_conn reached", (await late).Line);

        var patient = edge.Ask(Get);
        await time.TimerSet(TimeSpan.FromSeconds(2));
        await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal(200, (await first).Status);
        await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal(200, (await patient).Status);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_fetch()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        var client = await edge.Client();

        await client.Send(Get);
        var call = await origin.Call();
        await call.Request();
        client.Reset();

        await call.Closed();
        Assert.Empty(edge.Log);
    }

    [Fact]
    public async Task A_clients_body_that_breaks_the_rules_is_a_400_and_ends_the_fetch()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);

        var asking = edge.Ask("POST / HTTP/1.1\r\nHost: www.example.com\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n");
        var call = await origin.Call();

        Assert.Equal(400, (await asking).Status);
        await call.Closed();
    }

    private static void End(OriginCall call, string how)
    {
        if (how == "RESET")
        {
            call.Reset();
        }
        else
        {
            call.Close();
        }
    }
}
