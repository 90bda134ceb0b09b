using EdgeInfra.Model;

namespace Unit.Edge.Proxy.Policies;

/// <summary>What a bucket tells the edge of itself is nobody's page: a signed request never lists it.</summary>
public sealed class A_list_of_a_bucket
{
    public static TheoryData<string> Private => [.. StoreKind.All.Where(store => store.Value is { Scheme: not null, InHost: true }).Select(store => store.Key)];

    [Theory]
    [MemberData(nameof(Private))]
    public async Task Is_missing_at_the_top_without_an_index(string store)
    {
        await using var site = await SiteInABucket.Start(
            StoreKind.All[store], given => given with { IndexDocument = "" }, bucket => bucket with { MayList = true });

        var top = await site.Edge.Get();
        var head = await site.Edge.Ask("HEAD / HTTP/1.1\r\nHost: www.example.com\r\n\r\n");
        var file = await site.Edge.Get("/docs/index.html");

        Assert.Equal((404, "<h1>not here</h1>"), (top.Status, top.Body));
        Assert.Equal((404, "17", 200), (head.Status, head["Content-Length"], file.Status));
        Assert.DoesNotContain(site.Asked, line => line.StartsWith("GET / ", StringComparison.Ordinal) || line.Contains("website/ ", StringComparison.Ordinal));
    }

    // Whoever leaves the prefix out lets clients name the bucket.
    [Theory]
    [InlineData("s3 s3 aws-v4", "/website")]
    [InlineData("s3 s3 aws-v4", "/website/")]
    [InlineData("gcs  google-v4", "/website")]
    [InlineData("gcs  google-v4", "/website/")]
    public async Task Is_missing_where_the_path_names_the_bucket(string store, string path)
    {
        await using var site = await SiteInABucket.Start(
            StoreKind.All[store], bucket: bucket => bucket with { MayList = true },
            backend: backend => backend with { Policy = backend.Policy! with { PathPrefix = null, DirectoryIndex = null, DirectoryRedirect = false, ErrorPages = [] } });

        var list = await site.Edge.Get(path);

        Assert.Equal(404, list.Status);
        Assert.DoesNotContain("index.html", list.Body, StringComparison.Ordinal);
        Assert.Equal($"GET {path} 200", Assert.Single(site.Asked));
    }

    [Fact]
    public async Task Is_given_where_the_policy_lets_its_parameters_through()
    {
        await using var site = await SiteInABucket.Start(
            StoreKind.All["s3 s3 aws-v4"], given => given with { IndexDocument = "" }, bucket => bucket with { MayList = true },
            backend => backend with { Policy = backend.Policy! with { QueryParameters = ["list-type"] } });

        Assert.Contains("<Key>index.html</Key>", (await site.Edge.Get("/?list-type=2")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_explained()
    {
        await using var bucket = new PlayedBucket();
        var version = bucket.Version(PlayedBucket.Policy with { DirectoryIndex = null, DirectoryRedirect = false, Signing = Refusals_of_a_store.Signing("aws-v4") });
        await using var edge = await EdgeUnderTest.Serving(version);

        var told = await edge.Explain(new(EdgeUnderTest.Config(version), "GET", "/", "www.example.com", false));

        Assert.Contains("top: missing, because it would be a list of the bucket", EdgeInfra.Edge.Commands.ExplainText.Of(told), StringComparison.Ordinal);
    }
}
