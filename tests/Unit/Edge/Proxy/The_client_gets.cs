using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class The_client_gets
{
    [Fact]
    public async Task The_body_piece_by_piece_before_the_origin_has_sent_all_of_it()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await edge.Client();

        await client.Send("GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n");
        var call = await origin.Call();
        await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\none");
        Assert.EndsWith("one", await client.ReadUntil("one"), StringComparison.Ordinal);
        await call.Send("two");

        Assert.Equal("two", await client.ReadUntil("two"));
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4;ext=1\r\nabcd\r\n2  \r\nef\r\n0\r\nTrailing: x\r\n\r\n")]
    [InlineData("Content-Length: 6\r\n\r\nabcdef")]
    [InlineData("Content-Length: 6\r\nContent-Length: 6\r\n\r\nabcdef")]
    [InlineData("Connection: close\r\n\r\nabcdef")]
    public async Task The_body_whatever_framing_the_origin_uses(string answer)
    {
        await using var origin = Scripted("HTTP/1.1 200 OK\r\n" + answer);
        await using var edge = await EdgeUnderTest.Before(origin);

        var got = await edge.Get();

        Assert.Equal("abcdef", got.Body);
        Assert.True(got.IsWhole);
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n")]
    [InlineData("Content-Length: 4\r\n\r\nabcd")]
    [InlineData("\r\nabcd")]
    public async Task The_body_when_its_bytes_come_one_by_one(string answer)
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);

        var asking = edge.Get();
        var call = await origin.Call();
        await call.Request();
        foreach (var letter in "HTTP/1.1 200 OK\r\nX-A: b\r\n" + answer)
        {
            await call.Send(letter.ToString());
        }

        call.Close();
        var got = await asking;
        Assert.Equal("b", got["X-A"]);
        Assert.Equal("abcd", got.Body);
    }

    [Fact]
    public async Task A_large_body_whole()
    {
        var body = string.Concat(Enumerable.Range(0, 100_000).Select(i => i.ToString("D10", null)));
        await using var fixedLength = Origin.Answering(body);
        await using var chunked = Scripted($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n{body}\r\n0\r\n\r\n");
        await using var edge = await EdgeUnderTest.Before(fixedLength);
        await using var other = await EdgeUnderTest.Before(chunked);

        Assert.Equal(body, (await edge.Get()).Body);
        Assert.Equal(body, (await other.Get()).Body);
    }

    [Fact]
    public async Task The_headers_of_a_GET_for_a_HEAD_and_no_body()
    {
        await using var origin = Scripted("HTTP/1.1 200 OK\r\nContent-Length: 1234\r\nETag: \"x\"\r\n\r\n");
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await edge.Client();

        await client.Send("HEAD / HTTP/1.1\r\nHost: www.example.com\r\nConnection: close\r\n\r\n");
        var answer = await client.Answer(toHead: true);

        Assert.Equal("1234", answer["Content-Length"]);
        Assert.Equal("\"x\"", answer["ETag"]);
        Assert.Equal("", await client.ReadToEnd());
    }

    [Fact]
    public async Task No_length_for_a_HEAD_when_the_origin_names_none()
    {
        await using var origin = Scripted("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        await using var edge = await EdgeUnderTest.Before(origin);

        Assert.Null((await edge.Ask("HEAD / HTTP/1.1\r\nHost: www.example.com\r\n\r\n"))["Content-Length"]);
    }

    [Fact]
    public async Task A_body_it_can_read_when_it_speaks_only_HTTP10()
    {
        await using var origin = Scripted("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n");
        await using var edge = await EdgeUnderTest.Before(origin);

        var answer = await edge.Ask("GET / HTTP/1.0\r\nHost: www.example.com\r\n\r\n");

        Assert.Null(answer["Transfer-Encoding"]);
        Assert.Equal("abcd", answer.Body);
    }

    [Theory]
    [InlineData("304 Not Modified\r\nContent-Length: 1234\r\nETag: \"x\"", "1234")]
    [InlineData("304 Not Modified\r\nETag: \"x\"", null)]
    [InlineData("204 No Content\r\nETag: \"x\"", null)]
    public async Task Answers_that_have_no_body_without_one(string head, string? length)
    {
        await using var origin = Scripted($"HTTP/1.1 {head}\r\n\r\n");
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await edge.Client();

        await client.Send("GET / HTTP/1.1\r\nHost: www.example.com\r\nConnection: close\r\n\r\n");
        var answer = await client.Answer();

        Assert.Equal("\"x\"", answer["ETag"]);
        Assert.Equal(length, answer["Content-Length"]);
        Assert.Null(answer["Transfer-Encoding"]);
        Assert.Equal("", await client.ReadToEnd());
    }

    [Fact]
    public async Task No_header_of_the_origins_connection()
    {
        await using var origin = Scripted(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 299 Strange But True\r\nConnection: X-Hop\r\nX-Hop: 1\r\nKeep-Alive: timeout=5\r\nSet-Cookie: a\r\nSet-Cookie: b\r\n"
            + "Server: nginx\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nContent-Length: 0\r\n\r\n");
        await using var edge = await EdgeUnderTest.Before(origin);

        var answer = await edge.Get();

        Assert.Equal("HTTP/1.1 299 Strange But True", answer.Line);
        Assert.Equal("a | b", answer["Set-Cookie"]);
        Assert.Equal("nginx", answer["Server"]);
        Assert.Equal("Thu, 01 Jan 2026 00:00:00 GMT", answer["Date"]);
        Assert.Equal("1.1 edgeinfra", answer["Via"]);
        Assert.All(["Connection", "X-Hop", "Keep-Alive"], name => Assert.Null(answer[name]));
    }

    [Fact]
    public async Task An_early_refusal_while_it_is_still_sending()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await edge.Client();

        await client.Send("POST / HTTP/1.1\r\nHost: www.example.com\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n4\r\npart\r\n");
        var call = await origin.Call();
        await call.ReadUntil("part");
        await call.Send("HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\n\r\nbig");

        var answer = await client.Answer();
        Assert.Equal(413, answer.Status);
        Assert.Equal("big", answer.Body);
        await call.Closed();
    }

    private static Origin Scripted(string bytes) => Origin.Answering(_ => bytes, closing: bytes.Contains("Connection: close", StringComparison.Ordinal));
}
