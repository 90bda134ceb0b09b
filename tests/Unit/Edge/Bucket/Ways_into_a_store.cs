using System.Text.Json.Nodes;
using Kit;

namespace Unit.Edge.Bucket;

/// <summary>Hosts, lists, B2's calls, the log.</summary>
public sealed class Ways_into_a_store
{
    [Theory]
    [InlineData("s3", "www.s3.test", "/index.html", 200)]
    [InlineData("s3", "WWW.S3.test:80", "/index.html", 200)]
    [InlineData("s3", "s3.test", "/www/index.html", 200)]
    [InlineData("s3", "www", "/index.html", 200)]
    [InlineData("s3", "www.other.test", "/index.html", 404)]
    [InlineData("s3", "evil.www.s3.test", "/index.html", 404)]
    [InlineData("oss", "www.s3.test", "/index.html", 200)]
    [InlineData("oss", "s3.test", "/www/index.html", 403)]
    public async Task By_host_or_path_where_the_domain_is_known(string store, string host, string target, int status)
    {
        await using var bucket = await BucketUnderTest.Start(store, options => options with { Domain = "s3.test" });

        Assert.Equal(status, (await bucket.Ask("GET " + target, host)).Status);
    }

    [Fact]
    public async Task Of_OSS_never_lead_through_a_path()
    {
        await using var bucket = await BucketUnderTest.Start("oss");

        var answer = await bucket.Ask("GET /www/index.html", "127.0.0.1");

        Assert.Equal(403, answer.Status);
        Assert.Contains("<Code>SecondLevelDomainForbidden</Code>", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3", "/", "<Marker></Marker><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated><Contents><Key>docs/a b.txt</Key>")]
    [InlineData("s3", "/?list-type=2&max-keys=1", "<KeyCount>1</KeyCount><MaxKeys>1</MaxKeys><IsTruncated>true</IsTruncated><NextContinuationToken>ZG9jcy9hIGIudHh0</NextContinuationToken>")]
    [InlineData("s3", "/?list-type=2&continuation-token=ZG9jcy9hIGIudHh0&max-keys=1", "<Key>docs/a+b.txt</Key>")]
    [InlineData("s3", "/?delimiter=/", "<CommonPrefixes><Prefix>docs/</Prefix></CommonPrefixes><Contents><Key>index.html</Key>")]
    [InlineData("s3", "/?versions&prefix=index", "<VersionId>null</VersionId>")]
    [InlineData("gcs", "/?prefix=index", "<Key>index.html</Key>")]
    [InlineData("oss", "/?prefix=index", "<Key>index.html</Key>")]
    [InlineData("azure", "/www?restype=container&comp=list&prefix=index", "<Blobs><Blob><Name>index.html</Name>")]
    public async Task Lead_to_lists_unless_they_are_closed(string store, string target, string words)
    {
        await using var open = await BucketUnderTest.Start(store);
        await using var closed = await BucketUnderTest.Start(store, options => options with { MayList = false });

        var list = await open.Ask("GET " + target);
        var refused = await closed.Ask("GET " + target);

        Assert.Equal(200, list.Status);
        Assert.Contains(words, list.Body, StringComparison.Ordinal);
        Assert.Equal(store == "azure" ? 404 : 403, refused.Status);
        Assert.DoesNotContain("index.html", refused.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Of_B2_begin_with_an_authorisation(int version)
    {
        var time = new ManualTime();
        await using var bucket = await BucketUnderTest.Start("b2", options => options with
        {
            IsPrivate = true, AccessKey = "id", SecretKey = "key", Time = time, TokenLife = TimeSpan.FromMinutes(1),
        });

        var wrong = await bucket.Ask($"GET /b2api/v{version}/b2_authorize_account\nAuthorization: Basic {Basic("id:other")}");
        var right = JsonNode.Parse((await bucket.Ask($"GET /b2api/v{version}/b2_authorize_account\nAuthorization: Basic {Basic("id:key")}")).Body)!;
        var token = (string)right["authorizationToken"]!;
        var allowed = version == 2 ? right["allowed"]! : right["apiInfo"]!["storageApi"]!;
        var given = await bucket.Post(
            $"/b2api/v{version}/b2_get_download_authorization",
            $$"""{"bucketId":"{{allowed["bucketId"]}}","fileNamePrefix":"docs/","validDurationInSeconds":600}""", "Authorization: " + token);
        var narrow = (string)JsonNode.Parse(given.Body)!["authorizationToken"]!;

        Assert.Equal(401, wrong.Status);
        Assert.Equal("www", (string)allowed["bucketName"]!);
        Assert.Equal(200, (await bucket.Ask("GET /file/www/index.html\nAuthorization: " + token)).Status);
        Assert.Equal(200, (await bucket.Ask("GET /file/www/index.html?Authorization=" + token)).Status);
        Assert.Equal(200, (await bucket.Ask("GET /file/www/docs/a%20b.txt\nAuthorization: " + narrow)).Status);
        Assert.Equal(403, (await bucket.Ask("GET /file/www/index.html\nAuthorization: " + narrow)).Status);
        time.Advance(TimeSpan.FromMinutes(1));
        var late = await bucket.Ask("GET /file/www/index.html\nAuthorization: " + token);
        Assert.Equal(401, late.Status);
        Assert.Contains("expired_auth_token", late.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_logged_to_the_byte()
    {
        await using var bucket = await BucketUnderTest.Start("s3");

        await bucket.Ask("GET /%7e//a+b?list-type=2&x=%2F\nX-Amz-Acl: public-read");

        var line = JsonNode.Parse(Assert.Single(bucket.Log))!;
        Assert.Equal(
            ("GET", "www.store.local", "/%7e//a+b", "list-type=2&x=%2F", "public-read", 404, "NoSuchKey"),
            ((string?)line["method"], (string?)line["host"], (string?)line["path"], (string?)line["query"],
                (string?)line["headers"]!["X-Amz-Acl"], (int)line["status"]!, (string?)line["code"]));
    }

    [Fact]
    public async Task Tell_the_time_of_the_buckets_own_clock()
    {
        var time = new ManualTime();
        await using var bucket = await BucketUnderTest.Start("s3", options => options with { Time = time });

        Assert.Equal(time.GetUtcNow().ToString("r"), (await bucket.Ask("GET /index.html"))["Date"]);
    }

    private static string Basic(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));
}
