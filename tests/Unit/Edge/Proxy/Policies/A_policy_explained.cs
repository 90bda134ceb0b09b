using EdgeInfra.Edge.Commands;
using EdgeInfra.Model;

namespace Unit.Edge.Proxy.Policies;

public sealed class A_policy_explained
{
    [Fact]
    public async Task Names_each_step_and_no_secret()
    {
        await using var bucket = new PlayedBucket();
        var version = bucket.Version(PlayedBucket.Policy with
        {
            PathPrefix = "/b", SinglePage = "/app.html", Ttl = [new TtlRule { Path = "/docs/*", Ttl = 60 }, new TtlRule { Path = "/x/*", Ttl = 1 }],
            Signing = Refusals_of_a_store.Signing("aws-v4"), EdgeAuth = new EdgeAuth { Secret = "ours" },
        });
        await using var edge = await EdgeUnderTest.Serving(version);

        var told = await edge.Explain(new(EdgeUnderTest.Config(version), "GET", "/docs/?a=1", "www.example.com", false)
        {
            Headers = [new("Cookie", "a=b"), new("Accept", "text/html")],
        });
        var text = ExplainText.Of(told);

        Assert.Equal(
            [
                "methods: only GET, HEAD", "path: /docs/ is asked for as /b/docs/index.html", "prefix: /b", "index: index.html", "query: a=1 is dropped",
                "headers: Cookie of the client are dropped", "signing: aws-v4 for eu-central-1, bucket b, credentials given", "edge auth: Edge-Auth (hmac)",
                "missing: 404, 403 AccessDenied", "single page: /app.html, if it is missing", "error page: for 404: /404.html, kept 60 s",
                "strip: x-amz-*, Server", "ttl: 60 s for /docs/*",
            ],
            text.Split('\n').Where(line => line.StartsWith("policy ", StringComparison.Ordinal)).Select(line => line[11..]));
        Assert.Contains("GET /b/docs/index.html HTTP/1.1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", told.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ours", told.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(bucket.Lines);
    }

    [Fact]
    public async Task Tells_what_it_refuses_and_where_it_would_redirect()
    {
        await using var bucket = new PlayedBucket();
        var version = bucket.Version(PlayedBucket.Policy);
        await using var edge = await EdgeUnderTest.Serving(version);

        var refused = await edge.Explain(new(EdgeUnderTest.Config(version), "POST", "/x", "www.example.com", false));
        var redirected = await edge.Explain(new(EdgeUnderTest.Config(version), "GET", "//docs?a", "www.example.com", false));

        Assert.Equal((405, "method_not_allowed"), ((int)refused["answer"]!["status"]!, (string?)refused["answer"]!["cause"]));
        Assert.Contains("redirect: to /docs/?a, if it is missing and //docs/index.html is there", ExplainText.Of(redirected), StringComparison.Ordinal);
    }
}
