using EdgeInfra.Model;

namespace Unit.Edge.Proxy.Caching;

public sealed class Rules_for_the_cache
{
    private const string Fresh = "Cache-Control: max-age=60\r\n";

    [Theory]
    [InlineData("pass", null, 2)]
    [InlineData("cache", 30, 1)]
    [InlineData(null, 30, 1)]
    [InlineData(null, 0, 2)]
    public async Task Say_how_long_an_answer_lives_whatever_it_says_itself(string? action, int? ttl, int asked)
    {
        await using var cached = await CachingEdge.Before(
            CachingEdge.Ok("hello", action == "pass" || ttl == 0 ? Fresh : "Cache-Control: private\r\n"),
            version => version with { CacheSettings = [new() { Name = "all", Action = action, Ttl = ttl }] });

        await cached.Get();
        await cached.Get();

        Assert.Equal(asked, cached.Asked.Count);
    }

    [Theory]
    [InlineData("If-None-Match: \"1\"\r\n", "304 Not Modified")]
    [InlineData("Range: bytes=9-\r\n", "416 Range Not Satisfiable")]
    [InlineData("Range: bytes=0-1\r\n", "206 Partial Content")]
    [InlineData("If-Match: \"2\"\r\n", "412 Precondition Failed")]
    public async Task Give_nobody_an_answer_to_somebody_elses_condition(string headers, string status)
    {
        await using var cached = await CachingEdge.Before(
            request => request[headers.Split(':')[0]] is null ? CachingEdge.Ok("hello", Fresh) : $"HTTP/1.1 {status}\r\n{Fresh}Content-Length: 0\r\n\r\n",
            version => version with { CacheSettings = [new() { Name = "all", Action = "cache", Ttl = 100 }] });

        Assert.Equal(int.Parse(status[..3], System.Globalization.CultureInfo.InvariantCulture), (await cached.Get(headers: headers)).Status);
        Assert.Equal((200, "hello"), ((await cached.Get()).Status, (await cached.Get()).Body));
    }

    [Fact]
    public async Task Hold_where_their_condition_does()
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", Fresh), version => version with
        {
            Conditions = [new() { Name = "docs", Type = "CACHE", Statement = "req.url ~ \"^/docs\"" }],
            CacheSettings = [new() { Name = "docs", Action = "pass", CacheCondition = "docs" }],
        });

        foreach (var path in new[] { "/docs", "/docs", "/x", "/x" })
        {
            await cached.Get(path);
        }

        Assert.Equal(3, cached.Asked.Count);
    }

    [Theory]
    [InlineData("pass", false, 3)]
    [InlineData("lookup", false, 1)]
    [InlineData("", true, 3)]
    public async Task Keep_requests_from_the_cache(string action, bool forceMiss, int asked)
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", Fresh), version => version with
        {
            RequestSettings = [new() { Name = "all", Action = action, ForceMiss = forceMiss }],
        });

        for (var i = 0; i < 3; i++)
        {
            await cached.Get();
        }

        Assert.Equal(asked, cached.Asked.Count);
    }

    [Fact]
    public async Task Name_what_answers_are_kept_by()
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", Fresh), version => version with
        {
            RequestSettings = [new() { Name = "path", HashKeys = "req.url.path, req.http.X-Kind" }],
        });

        await cached.Get("/a?1");
        await cached.Get("/a?2");
        await cached.Get("/a?2", "X-Kind: other\r\n");

        Assert.Equal(2, cached.Asked.Count);
    }

    [Fact]
    public void Are_refused_where_they_name_what_is_no_expression()
    {
        var version = new ServiceVersion
        {
            Domains = ["www.example.com"],
            Backends = [new() { Name = "origin", Address = "192.0.2.1" }],
            RequestSettings = [new() { Name = "path", HashKeys = "req.url.path, req.nonsense" }],
        };

        Assert.Contains(VersionRules.Check(version), problem => problem.Code == "EDGE250");
    }

    [Fact]
    public async Task Of_an_origins_policy_say_how_long_its_objects_live()
    {
        await using var cached = await CachingEdge.Before(
            CachingEdge.Ok("hello", "Content-Type: image/png\r\n" + Fresh), version => version with
            {
                Backends = [version.Backends[0] with
                {
                    Policy = new() { Ttl = [new() { Path = "*.png", Ttl = 10 }, new() { Path = "/never/*", Ttl = 0 }] },
                }],
            });

        await cached.Get("/a.png");
        cached.Time.Advance(TimeSpan.FromSeconds(9));
        await cached.Get("/a.png");
        Assert.Single(cached.Asked);
        cached.Time.Advance(TimeSpan.FromSeconds(1));
        await cached.Get("/a.png");
        await cached.Get("/never/x");
        await cached.Get("/never/x");

        Assert.Equal(4, cached.Asked.Count);
    }

    [Fact]
    public async Task See_each_answer_anew_when_they_are_for_the_client()
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", Fresh), version => version with
        {
            Headers =
            [
                new() { Name = "who", Type = "response", Action = "set", Dst = "http.X-Who", Src = "req.http.User-Agent" },
                new() { Name = "stored", Type = "cache", Action = "set", Dst = "http.X-Stored", Src = "req.http.User-Agent" },
            ],
        });

        await cached.Get(headers: "User-Agent: first\r\n");
        var second = await cached.Get(headers: "User-Agent: second\r\n");

        Assert.Equal(("second", "first"), (second["X-Who"], second["X-Stored"]));
    }

    [Fact]
    public async Task Keep_the_status_of_the_origin_though_a_client_is_told_another()
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", Fresh), version => version with
        {
            Conditions = [new() { Name = "teapot", Type = "RESPONSE", Statement = "req.http.X-Tea" }],
            Headers = [new() { Name = "tea", Type = "response", Action = "set", Dst = "status", Src = "\"418\"", ResponseCondition = "teapot" }],
        });

        Assert.Equal(418, (await cached.Get(headers: "X-Tea: 1\r\n")).Status);
        Assert.Equal(200, (await cached.Get()).Status);
        Assert.Single(cached.Asked);
    }
}
