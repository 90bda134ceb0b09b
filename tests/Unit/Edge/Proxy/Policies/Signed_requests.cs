using EdgeInfra.Edge.Seeing;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Edge.Signing.Checks;
using EdgeInfra.Edge.Signing.V4;
using EdgeInfra.Model;
using Kit;
using Unit.Edge.Seeing;

namespace Unit.Edge.Proxy.Policies;

public sealed class Signed_requests
{
    private static readonly RequestSigning Signing = Refusals_of_a_store.Signing("aws-v4");

    private static readonly V4Check Check = new(
        V4Dialect.Aws, new V4Scope("eu-central-1", "s3"), V4Words.Aws, key => key == "AKID" ? new StoreCredentials("AKID", "c2VjcmV0") : null);

    [Theory]
    [InlineData("GET", "/", "", 200)]
    [InlineData("HEAD", "/", "", 200)]
    [InlineData("GET", "/a+b%20%c3%a4?acl&v=1+2", "", 200)]
    [InlineData("GET", "/", "Range: bytes=0-1\r\nAccept-Encoding: gzip\r\n", 206)]
    [InlineData("GET", "/", "Connection: x-amz-date, Authorization, x-amz-content-sha256\r\nAuthorization: mine\r\n", 200)]
    [InlineData("GET", "/docs", "", 301)]
    [InlineData("GET", "/gone", "", 404)]
    [InlineData("HEAD", "/gone", "", 404)]
    public async Task Are_taken_by_a_private_bucket_whatever_is_asked_of_it(string method, string url, string headers, int status)
    {
        await using var bucket = new PlayedBucket { Check = Check, Now = () => TimeProvider.System.GetUtcNow() }
            .With("/b/index.html", "home").With("/b/docs/index.html", "docs").With("/b/404.html", "not here").With("/b/a%2Bb%20%C3%A4", "x");
        await using var edge = await bucket.Edge(policy => policy with { Signing = Signing, PathPrefix = "/b", QueryParameters = ["v"] });

        var answer = await edge.Ask($"{method} {url} HTTP/1.1\r\nHost: www.example.com\r\n{headers}\r\n");

        Assert.Equal(status, answer.Status);
        Assert.Empty(edge.Log);
        Assert.Null(answer["x-amz-request-id"]);
    }

    [Fact]
    public async Task Learn_the_stores_time_and_are_sent_once_more()
    {
        await using var bucket = new PlayedBucket { Check = Check, Now = () => TimeProvider.System.GetUtcNow().AddMinutes(20) }.With("/x", "there");
        await using var edge = await bucket.Edge(policy => policy with { Signing = Signing });

        Assert.Equal("there", (await edge.Get("/x")).Body);
        Assert.Equal("there", (await edge.Get("/x")).Body);
        await edge.Drain(CancellationToken.None);

        Assert.Equal(["GET /x", "GET /x", "GET /x"], bucket.Lines);
        Assert.Contains("backends[\"site\"].policy.signing", Assert.Single(bucket.SignersLog), StringComparison.Ordinal);
        Assert.Equal(1, PrometheusText.Read(MetricText.Write(edge.Metrics))[
            """edgeinfra_origin_refusals_total{service="svc",backend="site",code="RequestTimeTooSkewed"}"""]);
    }

    [Fact]
    public async Task Are_not_sent_while_there_are_no_credentials()
    {
        await using var bucket = new PlayedBucket();
        await using var edge = await bucket.Edge(policy => policy with { Signing = Signing with { SecretKey = null } });

        Assert.Equal(503, (await edge.Get("/x")).Status);
        Assert.Empty(bucket.Lines);
        Assert.Contains("policy.signing.credentials", Assert.Single(bucket.SignersLog), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_what_their_signer_knows_when_the_configuration_changes()
    {
        await using var bucket = new PlayedBucket { Check = Check, Now = () => TimeProvider.System.GetUtcNow().AddMinutes(20) }.With("/x", "there");
        await using var edge = await bucket.Edge(policy => policy with { Signing = Signing });
        await edge.Get("/x");

        edge.Publish(bucket.Version(PlayedBucket.Policy with { Signing = Signing, SinglePage = "/app" }) with { Number = 2 });
        await edge.Get("/x");

        Assert.Equal(3, bucket.Lines.Count); // the time was known
    }

    [Fact]
    public async Task Are_those_of_probes_too()
    {
        await using var bucket = new PlayedBucket { Check = Check, Now = () => TimeProvider.System.GetUtcNow() }.With("/b/alive.txt", "x");
        var version = bucket.Version(PlayedBucket.Policy with { Signing = Signing, PathPrefix = "/b" }, backend => backend with { Healthcheck = "alive" }) with
        {
            Healthchecks =
            [
                new Healthcheck { Name = "alive", Method = "HEAD", Host = "bucket.example.net", Path = "/alive.txt", ExpectedResponse = 200, Initial = 0, Threshold = 1, Window = 1 },
            ],
        };
        await using var edge = await EdgeUnderTest.Serving(version, signers: bucket.Signers());

        await edge.Logged("is healthy");

        Assert.Equal("HEAD /b/alive.txt", bucket.Lines[0]);
        Assert.Contains("Credential=AKID/", bucket.Asked[0]["Authorization"], StringComparison.Ordinal);
    }
}
