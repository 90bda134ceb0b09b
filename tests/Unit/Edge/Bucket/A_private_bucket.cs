using EdgeInfra.Edge;
using EdgeInfra.Edge.Bucket;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Model;
using Kit;

namespace Unit.Edge.Bucket;

/// <summary>Which signatures a private bucket takes. Those of the edge itself are judged by stores of others elsewhere; here, what its store makes of them.</summary>
public sealed class A_private_bucket
{
    private const string Secret = "c2VjcmV0IGtleQ==";

    [Theory]
    [InlineData("s3", "aws-v4", "us-east-1")]
    [InlineData("gcs", "aws-v4", "auto")]
    [InlineData("gcs", "google-v4", "auto")]
    [InlineData("azure", "azure-shared-key", null)]
    [InlineData("oss", "oss-v1", null)]
    [InlineData("oss", "oss-v4", "cn-hangzhou")]
    public async Task Takes_the_signatures_of_its_store_and_nothing_near_them(string store, string scheme, string? region)
    {
        await using var bucket = await Private(store);
        var path = Manners_of_each_store.Path(store, "/docs/a%2Bb.txt");
        var signed = Signed(scheme, region, path);

        Assert.Equal("plus", (await bucket.Ask(signed)).Body);
        Assert.Equal(403, (await bucket.Ask(signed.Replace("a%2Bb", "a%20b", StringComparison.Ordinal))).Status);
        Assert.Equal(403, (await bucket.Ask(signed.Replace("GET", "HEAD", StringComparison.Ordinal))).Status);
        Assert.Equal(403, (await bucket.Ask(Signed(scheme, region, path, secret: "b3RoZXI="))).Status);
    }

    [Theory]
    [InlineData("s3", "aws-v4", "us-east-1", "RequestTimeTooSkewed")]
    [InlineData("gcs", "google-v4", "auto", "RequestTimeTooSkewed")]
    [InlineData("azure", "azure-shared-key", null, "AuthenticationFailed")]
    [InlineData("oss", "oss-v1", null, "RequestTimeTooSkewed")]
    [InlineData("oss", "oss-v4", "cn-hangzhou", "RequestTimeTooSkewed")]
    public async Task Refuses_what_its_own_clock_finds_too_old(string store, string scheme, string? region, string code)
    {
        await using var bucket = await Private(store, options => options with { Time = new OffsetTime(TimeProvider.System, TimeSpan.FromMinutes(20)) });

        var answer = await bucket.Ask(Signed(scheme, region, Manners_of_each_store.Path(store, "/index.html")));

        Assert.Equal(403, answer.Status);
        Assert.Contains($"<Code>{code}</Code>", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3", "Basic eDp5", 400, "InvalidArgument")]
    [InlineData("s3", "AWS id:x", 400, "InvalidRequest")]
    [InlineData("gcs", "Bearer x", 400, "InvalidArgument")]
    [InlineData("oss", "AWS4-HMAC-SHA256 x", 400, "InvalidArgument")]
    public async Task Refuses_schemes_that_its_store_does_not_know(string store, string authorization, int status, string code)
    {
        await using var bucket = await Private(store);

        var answer = await bucket.Ask($"GET /index.html\nAuthorization: {authorization}");

        Assert.Equal(status, answer.Status);
        Assert.Contains($"<Code>{code}</Code>", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/index.html", "acl", 200, "<AccessControlPolicy")]
    [InlineData("/index.html", "response-content-type=text%2Fplain", 200, "<h1>home</h1>")]
    [InlineData("/", "list-type=2", 200, "<Key>index.html</Key>")]
    [InlineData("/", "location=", 200, "<LocationConstraint")]
    [InlineData("/", "policy=", 404, "<Code>NoSuchBucketPolicy</Code>")]
    [InlineData("/index.html", "torrent=", 501, "<Code>NotImplemented</Code>")]
    public async Task Tells_whoever_has_signed_a_query_what_it_asks_for(string path, string query, int status, string words)
    {
        await using var bucket = await Private("s3");

        var answer = await bucket.Ask(Signed("aws-v4", "us-east-1", path, query));

        Assert.Equal(status, answer.Status);
        Assert.Contains(words, answer.Body, StringComparison.Ordinal);
        Assert.Equal(query.StartsWith("response-", StringComparison.Ordinal) ? "text/plain" : "application/xml", answer["Content-Type"]);
    }

    private static Task<BucketUnderTest> Private(string store, Func<BucketOptions, BucketOptions>? change = null) => BucketUnderTest.Start(store, options =>
    {
        var made = options with { IsPrivate = true, AccessKey = "key-id", SecretKey = Secret };
        return change?.Invoke(made) ?? made;
    });

    private static string Signed(string scheme, string? region, string path, string query = "", string secret = Secret)
    {
        var headers = new HeaderList();
        headers.Add("Host", "www.store.local");
        var signing = new RequestSigning { Scheme = scheme, Region = region, Bucket = "www" };
        OriginSigners.SchemeOf(signing).Sign(
            new SigningRequest("GET", path, "www.store.local", TimeProvider.System.GetUtcNow()), new StoreCredentials("key-id", secret), headers, ref query);
        var lines = headers.Lines.ToArray().Where(line => line.Name != "Host").Select(line => $"{line.Name}: {line.Value}");
        return string.Join('\n', [$"GET {path}{(query.Length > 0 ? "?" : "")}{query}", .. lines]);
    }
}
