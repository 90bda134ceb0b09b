using EdgeInfra.Model;

namespace Unit.Edge.Proxy.Caching;

public sealed class Serving_from_the_cache
{
    private const string Fresh = "Cache-Control: max-age=60\r\n";

    [Fact]
    public async Task Asks_the_origin_once_while_the_answer_is_fresh()
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", Fresh + "X-A: b\r\n"));

        var first = await cached.Get();
        cached.Time.Advance(TimeSpan.FromSeconds(30));
        var second = await cached.Get();
        cached.Time.Advance(TimeSpan.FromSeconds(29));
        var third = await cached.Get();
        cached.Time.Advance(TimeSpan.FromSeconds(1));
        await cached.Get();

        Assert.Equal(("hello", "b", null), (first.Body, first["X-A"], first["Age"]));
        Assert.Equal(("hello", "b", "30"), (second.Body, second["X-A"], second["Age"]));
        Assert.Equal("59", third["Age"]);
        Assert.Equal(2, cached.Asked.Count);
    }

    [Fact]
    public async Task Keeps_what_says_nothing_for_as_long_as_the_settings_say()
    {
        await using var cached = await CachingEdge.Before(
            CachingEdge.Ok("hello"), version => version with { Settings = new() { DefaultTtl = 10 } });

        await cached.Get();
        await cached.Get();
        cached.Time.Advance(TimeSpan.FromSeconds(10));
        await cached.Get();

        Assert.Equal(2, cached.Asked.Count);
    }

    [Theory]
    [InlineData("Cache-Control: no-store\r\n")]
    [InlineData("Cache-Control: private\r\n")]
    [InlineData("Cache-Control: max-age=0\r\n")]
    [InlineData("Set-Cookie: a=b\r\n")]
    [InlineData("Vary: *\r\n")]
    public async Task Leaves_alone_what_is_not_for_everybody(string headers)
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", headers));

        Assert.Equal("hello", (await cached.Get()).Body);
        Assert.Equal("hello", (await cached.Get()).Body);

        Assert.Equal(2, cached.Asked.Count);
    }

    [Fact]
    public async Task Answers_HEAD_from_what_was_stored_for_GET()
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", Fresh));

        await cached.Get();
        var head = await cached.Ask("HEAD");

        Assert.Equal((200, "5", ""), (head.Status, head["Content-Length"], head.Body));
        Assert.Single(cached.Asked);
    }

    [Theory]
    [InlineData("If-None-Match: \"1\"\r\n", 304, "")]
    [InlineData("If-None-Match: \"2\"\r\n", 200, "hello")]
    [InlineData("Range: bytes=1-2\r\n", 206, "el")]
    [InlineData("Range: bytes=1-2\r\nIf-Range: \"1\"\r\n", 206, "el")]
    [InlineData("Range: bytes=1-2\r\nIf-Range: \"2\"\r\n", 200, "hello")]
    [InlineData("Range: bytes=9-\r\n", 416, "")]
    public async Task Answers_what_a_client_needs_of_it(string headers, int status, string body)
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", Fresh + "ETag: \"1\"\r\n"));

        await cached.Get();
        var answer = await cached.Get(headers: headers);

        Assert.Equal((status, body), (answer.Status, answer.Body));
        Assert.Equal(status is 206 ? "bytes 1-2/5" : status is 416 ? "bytes */5" : null, answer["Content-Range"]);
        Assert.Equal("\"1\"", answer["ETag"]);
        Assert.Single(cached.Asked);
    }

    [Fact]
    public async Task Keeps_apart_what_the_origin_chose_by_a_header()
    {
        await using var cached = await CachingEdge.Before(
            request => CachingEdge.Ok(request["Accept-Language"] ?? "none", Fresh + "Vary: Accept-Language\r\n"));

        foreach (var language in new[] { "de", "fr", "de", "fr" })
        {
            Assert.Equal(language, (await cached.Get(headers: $"Accept-Language: {language}\r\n")).Body);
        }

        Assert.Equal("none", (await cached.Get()).Body);
        Assert.Equal(3, cached.Asked.Count);
    }

    [Fact]
    public async Task Asks_the_origin_whether_a_stale_answer_still_holds()
    {
        await using var cached = await CachingEdge.Before(request => request["If-None-Match"] == "\"1\""
            ? $"HTTP/1.1 304 Not Modified\r\n{Fresh}X-A: new\r\n\r\n"
            : CachingEdge.Ok("hello", Fresh + "ETag: \"1\"\r\nX-A: old\r\n"));

        await cached.Get();
        cached.Time.Advance(TimeSpan.FromSeconds(60));
        var renewed = await cached.Get(headers: "If-None-Match: \"0\"\r\n");
        var again = await cached.Get();

        Assert.Equal((200, "hello", "new"), (renewed.Status, renewed.Body, renewed["X-A"]));
        Assert.Equal(("hello", "new"), (again.Body, again["X-A"]));
        Assert.Equal(2, cached.Asked.Count);
    }

    [Fact]
    public async Task Asks_each_time_when_the_origin_says_no_cache()
    {
        await using var cached = await CachingEdge.Before(request => request["If-None-Match"] == "\"1\""
            ? "HTTP/1.1 304 Not Modified\r\n\r\n"
            : CachingEdge.Ok("hello", "Cache-Control: no-cache\r\nETag: \"1\"\r\n"));

        await cached.Get();
        var second = await cached.Get();

        Assert.Equal((200, "hello"), (second.Status, second.Body));
        Assert.Equal([null, "\"1\""], cached.Asked.Select(request => request["If-None-Match"]));
    }

    [Fact]
    public async Task Gives_the_new_answer_when_the_old_one_does_not_hold()
    {
        var count = 0;
        await using var cached = await CachingEdge.Before(_ => CachingEdge.Ok($"v{++count}", Fresh + $"ETag: \"{count}\"\r\n"));

        await cached.Get();
        cached.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("v2", (await cached.Get()).Body);
        Assert.Equal("v2", (await cached.Get()).Body);
        Assert.Equal(2, cached.Asked.Count);
    }

    [Theory]
    [InlineData("Cache-Control: max-age=60, stale-if-error=30\r\n", 200)]
    [InlineData("Cache-Control: max-age=60, stale-if-error=10\r\n", 503)]
    [InlineData("Cache-Control: max-age=60, stale-if-error=30, must-revalidate\r\n", 503)]
    [InlineData(Fresh, 503)]
    public async Task Stands_in_for_a_broken_origin_as_long_as_that_is_allowed(string headers, int status)
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", headers));

        await cached.Get();
        await cached.Break();
        cached.Time.Advance(TimeSpan.FromSeconds(80));
        var answer = await cached.Get();

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200, answer.Body == "hello");
    }

    [Fact]
    public async Task Stands_in_for_an_origin_that_answers_with_an_error()
    {
        var isBroken = false;
        await using var cached = await CachingEdge.Before(
            _ => isBroken ? "HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nbusy" : CachingEdge.Ok("hello", Fresh),
            version => version with { Settings = new() { StaleIfError = true, StaleIfErrorTtl = 100 } });

        await cached.Get();
        isBroken = true;
        cached.Time.Advance(TimeSpan.FromSeconds(100));
        var stale = await cached.Get();
        cached.Time.Advance(TimeSpan.FromSeconds(60));
        var over = await cached.Get();

        Assert.Equal((200, "hello", "100"), (stale.Status, stale.Body, stale["Age"]));
        Assert.Equal((503, "busy"), (over.Status, over.Body));
    }

    [Fact]
    public async Task Forgets_what_an_unsafe_method_was_used_on()
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", Fresh));

        await cached.Get("/a");
        await cached.Get("/b");
        await cached.Ask("POST", "/a", "Content-Length: 0\r\n");
        await cached.Get("/a");
        await cached.Get("/b");

        Assert.Equal(["GET /a", "GET /b", "POST /a", "GET /a"], cached.Asked.Select(request => string.Join(' ', request.Head.Split(' ')[..2])));
    }

    [Fact]
    public async Task Tells_only_those_who_ask_what_is_meant_for_caches()
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", "Surrogate-Control: max-age=9\r\nSurrogate-Key: a b\r\n"));

        foreach (var answer in new[] { await cached.Get(), await cached.Get() })
        {
            Assert.Equal((null, null), (answer["Surrogate-Control"], answer["Surrogate-Key"]));
        }

        var debugged = await cached.Get(headers: "Fastly-Debug: 1\r\n");
        Assert.Equal(("max-age=9", "a b"), (debugged["Surrogate-Control"], debugged["Surrogate-Key"]));
        Assert.Single(cached.Asked);
    }

    [Fact]
    public async Task Is_told_in_the_headers_of_Fastly()
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", Fresh), fastlyHeaders: true);

        var (miss, hit, second) = (await cached.Get(), await cached.Get(), await cached.Get());

        Assert.Equal(("MISS", "0"), (miss["X-Cache"], miss["X-Cache-Hits"]));
        Assert.Equal(("HIT", "1"), (hit["X-Cache"], hit["X-Cache-Hits"]));
        Assert.Equal(("HIT", "2"), (second["X-Cache"], second["X-Cache-Hits"]));
    }

    [Fact]
    public async Task Never_keeps_a_body_that_did_not_end_whole()
    {
        await using var origin = Kit.Origin.Scripted(async call =>
        {
            await call.Request();
            await call.Send("HTTP/1.1 200 OK\r\nCache-Control: max-age=60\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
        });
        await using var edge = await EdgeUnderTest.Serving(EdgeUnderTest.Version(EdgeUnderTest.At(origin)), cacheSize: 1 << 20);

        Assert.False((await edge.Get()).IsWhole);
        Assert.False((await edge.Get()).IsWhole);

        Assert.Equal((2, 0), (origin.Accepted, edge.Cache!.Count));
    }

    [Fact]
    public async Task Compresses_once_for_all_who_take_it()
    {
        await using var cached = await CachingEdge.Before(
            CachingEdge.Ok(new string('a', 1000), Fresh + "Content-Type: text/plain\r\n"),
            version => version with { Gzips = [new() { Name = "all", ContentTypes = "text/plain", Extensions = "" }] });

        var packed = await cached.Get(headers: "Accept-Encoding: gzip\r\n");
        var again = await cached.Get(headers: "Accept-Encoding: gzip\r\n");
        var plain = await cached.Get();

        Assert.Equal(("gzip", packed.Body), (again["Content-Encoding"], again.Body));
        Assert.Equal((null, new string('a', 1000)), (plain["Content-Encoding"], plain.Body));
        Assert.Equal(2, cached.Asked.Count);
    }
}
