using EdgeInfra.Model;

namespace Unit.Edge.Proxy.Policies;

public sealed class Lifetimes_by_policy
{
    [Theory]
    [InlineData("/assets/a/b.js", 3600)]
    [InlineData("/%61ssets/b.js", 3600)]
    [InlineData("/other", 60)]
    [InlineData("/", 60)]
    [InlineData("/gone", 7)]
    [InlineData("/assets/gone.js", 7)]
    [InlineData("/docs", 5)]
    [InlineData("/plain", null)]
    public async Task Stand_where_a_cache_finds_them_and_not_in_the_answer(string url, int? ttl)
    {
        var ttls = new List<TimeSpan?>();
        await using var bucket = new PlayedBucket().With("/assets/a/b.js", "1").With("/assets/b.js", "1").With("/other", "1").With("/index.html", "1")
            .With("/docs/index.html", "1").With("/404.html", "1");
        await using var edge = await bucket.Edge(
            policy => policy with
            {
                Ttl =
                [
                    new TtlRule { Path = "/assets/*.js", Ttl = 3600 },
                    new TtlRule { Statuses = ["301"], Ttl = 5 },
                    new TtlRule { ContentType = "text/*", Statuses = ["2xx"], Ttl = 60 },
                ],
                ErrorPages = [policy.ErrorPages[0] with { Ttl = 7 }],
            },
            ended: request => ttls.Add(request.Response.Ttl));
        if (ttl is null)
        {
            bucket.Once.Enqueue(PlayedBucket.Document(200, "x", "application/octet-stream"));
        }

        var answer = await edge.Get(url);
        await edge.Drain(CancellationToken.None);

        Assert.Equal(ttl is { } seconds ? TimeSpan.FromSeconds(seconds) : null, Assert.Single(ttls));
        Assert.DoesNotContain("ttl", answer.Head, StringComparison.OrdinalIgnoreCase);
    }
}
