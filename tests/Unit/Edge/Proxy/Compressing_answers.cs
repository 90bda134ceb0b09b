using System.IO.Compression;
using System.Text;
using EdgeInfra.Edge;
using EdgeInfra.Edge.Proxy.Http;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class Compressing_answers
{
    private const string Text = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nETag: \"1\"\r\n";

    [Theory]
    [InlineData("Content-Length: 12\r\n\r\nhello, hello")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n6\r\nhello,\r\n6\r\n hello\r\n0\r\n\r\n")]
    [InlineData("Connection: close\r\n\r\nhello, hello")]
    public async Task Gives_who_takes_it_the_same_content_in_fewer_words(string rest)
    {
        await using var origin = Origin.Answering(_ => Text + rest, closing: rest.StartsWith("Connection", StringComparison.Ordinal));
        await using var edge = await Serving(origin);

        var packed = await edge.Get(headers: "Accept-Encoding: br, gzip\r\n");
        var plain = await edge.Get();

        Assert.Equal(("gzip", "W/\"1\"", "Accept-Encoding", null), (packed["Content-Encoding"], packed["ETag"], packed["Vary"], packed["Content-Length"]));
        Assert.Equal(("hello, hello", true), (Unpacked(packed.Body), packed.IsWhole));
        Assert.Equal((null, "\"1\"", "Accept-Encoding", "hello, hello"), (plain["Content-Encoding"], plain["ETag"], plain["Vary"], plain.Body));
    }

    [Fact]
    public async Task Streams_what_an_origin_says_before_it_has_said_all()
    {
        await using var origin = Origin.Played();
        await using var edge = await Serving(origin);
        using var client = await edge.Client();

        await client.Send("GET / HTTP/1.1\r\nHost: www.example.com\r\nAccept-Encoding: gzip\r\n\r\n");
        var call = await origin.Call();
        await call.Request();
        await call.Send(Text + "Content-Length: 6\r\n\r\none");
        await client.ReadUntil("\r\n\r\n");
        var first = await client.ReadUntil("\r\n"); // the size of a chunk: something came
        await call.Send("two");

        Assert.NotEqual("0", first.Trim());
        Assert.EndsWith("0\r\n\r\n", await client.ReadUntil("\r\n0\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_a_large_body_whole()
    {
        var body = string.Concat(Enumerable.Range(0, 50_000).Select(i => i.ToString("D10", null)));
        await using var origin = Origin.Answering(_ => $"{Text}Content-Length: {body.Length}\r\n\r\n{body}");
        await using var edge = await Serving(origin);

        var packed = await edge.Get(headers: "Accept-Encoding: gzip\r\n");

        Assert.Equal(body, Unpacked(packed.Body));
        Assert.InRange(packed.Body.Length, 1, body.Length / 2);
    }

    [Fact]
    public async Task Tells_a_HEAD_what_a_GET_would_get()
    {
        await using var origin = Origin.Answering(_ => Text + "Content-Length: 12\r\n\r\n");
        await using var edge = await Serving(origin);

        var answer = await edge.Ask("HEAD / HTTP/1.1\r\nHost: www.example.com\r\nAccept-Encoding: gzip\r\n\r\n");

        Assert.Equal(("gzip", null, "W/\"1\""), (answer["Content-Encoding"], answer["Content-Length"], answer["ETag"]));
    }

    [Theory]
    [InlineData("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br", "/", "br")]
    [InlineData("200 OK\r\nContent-Type: text/html\r\nCache-Control: public, no-transform", "/", null)]
    [InlineData("206 Partial Content\r\nContent-Type: text/html\r\nContent-Range: bytes 0-3/9", "/", null)]
    [InlineData("500 Oops\r\nContent-Type: text/html", "/", null)]
    [InlineData("200 OK\r\nContent-Type: image/png", "/a.png?x=.css", null)]
    [InlineData("200 OK\r\nContent-Type: image/png", "/css", null)]
    [InlineData("404 Not Found\r\nContent-Type: TEXT/HTML", "/", "gzip")]
    [InlineData("200 OK\r\nContent-Type: application/x-any", "/a.css?v=1", "gzip")]
    [InlineData("200 OK", "/a.js", "gzip")]
    public async Task Takes_only_what_is_listed_and_may_be_changed(string head, string path, string? coding)
    {
        await using var origin = Origin.Answering(_ => $"HTTP/1.1 {head}\r\nContent-Length: 4\r\n\r\nbody");
        await using var edge = await Serving(origin);

        var answer = await edge.Get(path, headers: "Accept-Encoding: gzip\r\n");

        Assert.Equal(coding, answer["Content-Encoding"]);
        Assert.Equal("body", coding == "gzip" ? Unpacked(answer.Body) : answer.Body);
    }

    [Fact]
    public async Task Follows_its_condition_and_keeps_what_already_varies()
    {
        await using var origin = Origin.Answering(_ => Text + "Vary: Cookie\r\nContent-Length: 4\r\n\r\nbody");
        await using var edge = await Serving(origin, "req.url == \"/yes\" && beresp.status == 200");

        var yes = await edge.Get("/yes", headers: "Accept-Encoding: gzip\r\n");
        var no = await edge.Get("/no", headers: "Accept-Encoding: gzip\r\n");

        Assert.Equal(("gzip", "Cookie, Accept-Encoding"), (yes["Content-Encoding"], yes["Vary"]));
        Assert.Equal((null, "Cookie"), (no["Content-Encoding"], no["Vary"]));
    }

    [Theory]
    [InlineData("gzip", "Gzip", "Gzip")]
    [InlineData("GZIP;q=0.5", "Gzip", "Gzip")]
    [InlineData("br, x-gzip", "Gzip", "Brotli")]
    [InlineData("gzip, deflate, BR", "Gzip", "Brotli")]
    [InlineData("br;q=0.5, gzip", "Gzip", "Gzip")]
    [InlineData("br;q=0, *", "Gzip", "Gzip")]
    [InlineData("*", "Gzip", "Brotli")]
    [InlineData("gzip;q=0, *", "None", "Brotli")]
    [InlineData("gzip; q=0.000", "None", "None")]
    [InlineData("*;q=0", "None", "None")]
    [InlineData("br", "None", "Brotli")]
    [InlineData("gzip;q=bad", "None", "None")]
    [InlineData("", "None", "None")]
    public void Asks_what_the_client_likes_best(string accepted, string ofGzip, string ofBoth)
    {
        var headers = new HeaderList();
        Assert.Equal(ContentCoding.None, AcceptEncoding.Best(headers, offersBrotli: true));
        headers.Add("accept-encoding", accepted);
        Assert.Equal((ofGzip, ofBoth), (
            AcceptEncoding.Best(headers, offersBrotli: false).ToString(), AcceptEncoding.Best(headers, offersBrotli: true).ToString()));
    }

    [Fact]
    public async Task Gives_brotli_where_the_rule_offers_it()
    {
        var body = string.Concat(Enumerable.Range(0, 20_000).Select(i => i.ToString("D10", null)));
        await using var origin = Origin.Answering(_ => $"{Text}Content-Length: {body.Length}\r\n\r\n{body}");
        await using var edge = await Serving(origin, brotli: true);

        var packed = await edge.Get(headers: "Accept-Encoding: gzip, br\r\n");

        Assert.Equal(("br", "W/\"1\"", "Accept-Encoding"), (packed["Content-Encoding"], packed["ETag"], packed["Vary"]));
        Assert.Equal(body, Unpacked(packed.Body, bytes => new BrotliStream(bytes, CompressionMode.Decompress)));
        Assert.Equal("gzip", (await edge.Get(headers: "Accept-Encoding: gzip\r\n"))["Content-Encoding"]);
    }

    private static string Unpacked(string body) => Unpacked(body, bytes => new GZipStream(bytes, CompressionMode.Decompress));

    private static string Unpacked(string body, Func<Stream, Stream> decoder)
    {
        using var decoded = decoder(new MemoryStream(Encoding.Latin1.GetBytes(body)));
        using var reader = new StreamReader(decoded, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static Task<EdgeUnderTest> Serving(Origin origin, string condition = "", bool? brotli = null) => EdgeUnderTest.Serving(
        EdgeUnderTest.Version(EdgeUnderTest.At(origin)) with
        {
            Gzips = [new Gzip { Name = "g", CacheCondition = condition.Length > 0 ? "c" : "", Brotli = brotli }],
            Conditions = condition.Length == 0 ? [] : [new Condition { Name = "c", Type = "CACHE", Statement = condition }],
        });
}
