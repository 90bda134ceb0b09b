using Kit;

namespace Unit.Edge.Bucket;

/// <summary>What tells one store's answers from another's: statuses, codes, headers.</summary>
public sealed class Manners_of_each_store
{
    [Theory]
    [InlineData("s3", "Server: AmazonS3", "x-amz-server-side-encryption: AES256", "ETag: \"381aea190f2453592cf31db1c8528a28\"")]
    [InlineData("gcs", "Server: UploadServer", "x-goog-generation: 1767323045000000", "x-goog-stored-content-length: 13", "Cache-Control: public, max-age=3600")]
    [InlineData("azure", "x-ms-blob-type: BlockBlob", "x-ms-version: 2021-08-06", "ETag: \"0x8DE49AB96B70080\"", "Accept-Ranges: bytes")]
    [InlineData("b2", "x-bz-file-name: index.html", "Cache-Control: max-age=0, no-cache, no-store", "X-Bz-Upload-Timestamp: 1767323045000")]
    [InlineData("oss", "Server: AliyunOSS", "x-oss-object-type: Normal", "x-oss-force-download: true", "Content-Disposition: attachment")]
    public async Task Are_in_the_headers_of_an_object(string store, params string[] headers)
    {
        await using var bucket = await BucketUnderTest.Start(store);

        var get = await bucket.Ask($"GET {Path(store, "/index.html")}\nx-ms-version: 2021-08-06");
        var head = await bucket.Ask($"HEAD {Path(store, "/index.html")}\nx-ms-version: 2021-08-06");

        Assert.Equal((200, BucketUnderTest.Index), (get.Status, get.Body));
        Assert.Equal(("13", "text/html"), (head["Content-Length"], head["Content-Type"]));
        Assert.All(headers, header => Assert.Equal(header.Split(": ", 2)[1], get[header.Split(':')[0]]));
    }

    [Theory]
    [InlineData("s3", "GET /none", 404, "<Code>NoSuchKey</Code>")]
    [InlineData("gcs", "GET /none", 404, "<Details>No such object: www/none</Details>")]
    [InlineData("azure", "GET /www/none", 404, "<Code>BlobNotFound</Code>")]
    [InlineData("b2", "GET /file/www/none", 404, "\"code\":\"not_found\"")]
    [InlineData("oss", "GET /none", 404, "<EC>0026-00000001</EC>")]
    [InlineData("gcs", "GET /acl?acl", 403, "<Code>AccessDenied</Code>")]
    [InlineData("azure", "GET /other/index.html", 404, "<Code>ResourceNotFound</Code>")]
    [InlineData("azure", "GET /www", 404, "<Code>ResourceNotFound</Code>")]
    [InlineData("azure", "GET /www/", 400, "<Code>InvalidUri</Code>")]
    [InlineData("azure", "GET /", 400, "<Code>InvalidQueryParameterValue</Code>")]
    [InlineData("azure", "DELETE /www/index.html", 404, "<Code>ResourceNotFound</Code>")]
    [InlineData("azure", "PATCH /www/index.html", 405, "<Code>UnsupportedHttpVerb</Code>")]
    [InlineData("azure", "GET /www/index.html?snapshot=2026", 404, "<Code>ResourceNotFound</Code>")]
    [InlineData("azure", "GET /www/index.html\nAuthorization: SharedKey x:y", 403, "<Code>AuthenticationFailed</Code>")]
    [InlineData("b2", "GET /file/other/index.html", 404, "Bucket does not exist: other")]
    [InlineData("b2", "GET /index.html", 404, "\"code\":\"not_found\"")]
    [InlineData("b2", "GET /file/www/index.html\nAuthorization: x", 401, "\"code\":\"bad_auth_token\"")]
    [InlineData("b2", "GET /file/www/index.html?b2ContentType=text/plain", 400, "\"code\":\"bad_request\"")]
    [InlineData("b2", "PUT /file/www/index.html", 405, "\"code\":\"method_not_allowed\"")]
    [InlineData("oss", "GET /index.html?x-oss-process=image/info", 403, "<Code>AccessDenied</Code>")]
    [InlineData("oss", "GET /index.html?response-content-type=x", 400, "<Code>InvalidRequest</Code>")]
    [InlineData("oss", "GET /index.html\nAuthorization: OSS id:x", 403, "<Code>InvalidAccessKeyId</Code>")]
    [InlineData("s3", "GET /index.html\nAuthorization: AWS4-HMAC-SHA256 x", 403, "<Code>InvalidAccessKeyId</Code>")]
    [InlineData("s3", "GET /?acl", 403, "<Code>AccessDenied</Code>")]
    [InlineData("s3", "GET /index.html?tagging", 403, "<Code>AccessDenied</Code>")]
    [InlineData("s3", "GET /index.html?response-content-type=text/plain", 400, "<Code>InvalidRequest</Code>")]
    [InlineData("s3", "GET /index.html?versionId=1", 400, "<Message>Invalid version id specified</Message>")]
    [InlineData("s3", "GET /?policy", 403, "<Code>AccessDenied</Code>")]
    [InlineData("s3", "GET /?uploads", 403, "<Code>AccessDenied</Code>")]
    public async Task Are_in_the_errors(string store, string request, int status, string words)
    {
        await using var bucket = await BucketUnderTest.Start(store);

        var answer = await bucket.Ask(request);

        Assert.Equal(status, answer.Status);
        Assert.Contains(words, answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3", "HEAD /none", 404)]
    [InlineData("gcs", "HEAD /none", 404)]
    [InlineData("azure", "HEAD /www/none", 404)]
    [InlineData("b2", "HEAD /file/www/none", 404)]
    [InlineData("oss", "HEAD /none", 404)]
    public async Task Say_nothing_more_than_the_head_to_HEAD(string store, string request, int status)
    {
        await using var bucket = await BucketUnderTest.Start(store);

        var answer = await bucket.Ask(request);

        Assert.Equal(status, answer.Status);
        Assert.Equal(store == "azure" ? "BlobNotFound" : null, answer["x-ms-error-code"]);
    }

    [Theory]
    [InlineData("s3", 403, "<Code>AccessDenied</Code>")]
    [InlineData("gcs", 403, "(or it may not exist)")]
    [InlineData("oss", 403, "<Code>AccessDenied</Code>")]
    [InlineData("azure", 404, "<Code>BlobNotFound</Code>")]
    [InlineData("b2", 404, "\"code\":\"not_found\"")]
    public async Task Hide_what_is_missing_from_those_who_may_not_list(string store, int status, string words)
    {
        await using var bucket = await BucketUnderTest.Start(store, options => options with { MayList = false });

        var missing = await bucket.Ask($"GET {Path(store, "/none")}");
        var there = await bucket.Ask($"GET {Path(store, "/index.html")}");

        Assert.Equal((status, 200), (missing.Status, there.Status));
        Assert.Contains(words, missing.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3", 403, "<Code>AccessDenied</Code>")]
    [InlineData("gcs", 403, "Anonymous caller does not have")]
    [InlineData("azure", 409, "<Code>PublicAccessNotPermitted</Code>")]
    [InlineData("b2", 401, "\"code\":\"unauthorized\"")]
    [InlineData("oss", 403, "<Code>AccessDenied</Code>")]
    public async Task Keep_a_private_bucket_from_whoever_shows_nothing(string store, int status, string words)
    {
        await using var bucket = await BucketUnderTest.Start(store, options => options with { IsPrivate = true });

        var answer = await bucket.Ask($"GET {Path(store, "/index.html")}");

        Assert.Equal(status, answer.Status);
        Assert.Contains(words, answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3", "space")]
    [InlineData("b2", "space")]
    [InlineData("gcs", "plus")]
    [InlineData("azure", "plus")]
    [InlineData("oss", "plus")]
    public async Task Read_a_plus_in_a_path_each_in_its_way(string store, string content)
    {
        await using var bucket = await BucketUnderTest.Start(store);

        Assert.Equal(content, (await bucket.Ask($"GET {Path(store, "/docs/a+b.txt")}")).Body);
        Assert.Equal("plus", (await bucket.Ask($"GET {Path(store, "/docs/a%2Bb.txt")}")).Body);
        Assert.Equal("space", (await bucket.Ask($"GET {Path(store, "/docs/a%20b.txt")}")).Body);
    }

    [Theory]
    [InlineData("s3", 206, "1-99", "h1>home</h1>")]
    [InlineData("gcs", 206, "1-99", "h1>home</h1>")]
    [InlineData("azure", 206, "1-99", "h1>home</h1>")]
    [InlineData("b2", 206, "1-99", "h1>home</h1>")]
    [InlineData("oss", 200, "1-99", "<h1>home</h1>")]
    [InlineData("oss", 206, "1-12", "h1>home</h1>")]
    [InlineData("oss", 200, "13-", "<h1>home</h1>")]
    [InlineData("oss", 206, "-5", "</h1>")]
    public async Task Answer_ranges_that_go_too_far_each_in_its_way(string store, int status, string range, string content)
    {
        await using var bucket = await BucketUnderTest.Start(store);

        var answer = await bucket.Ask($"GET {Path(store, "/index.html")}\nRange: bytes={range}\nx-ms-version: 2021-08-06");

        Assert.Equal((status, content), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("s3", 416)]
    [InlineData("gcs", 416)]
    [InlineData("azure", 416)]
    [InlineData("b2", 416)]
    [InlineData("oss", 416)]
    public async Task Tell_the_length_when_nothing_of_a_range_is_there(string store, int status)
    {
        await using var bucket = await BucketUnderTest.Start(store);

        var answer = await bucket.Ask($"GET {Path(store, "/index.html")}\nRange: bytes=13-\nx-oss-range-behavior: standard\nx-ms-version: 2021-08-06");

        Assert.Equal((status, "bytes */13"), (answer.Status, answer["Content-Range"]));
    }

    [Theory]
    [InlineData("s3", 304)]
    [InlineData("gcs", 304)]
    [InlineData("azure", 304)]
    [InlineData("oss", 304)]
    [InlineData("b2", 200)]
    public async Task Answer_conditions_each_in_its_way(string store, int status)
    {
        await using var bucket = await BucketUnderTest.Start(store);

        var answer = await bucket.Ask($"GET {Path(store, "/index.html")}\nIf-Modified-Since: Fri, 02 Jan 2026 03:04:05 GMT");

        Assert.Equal(status, answer.Status);
    }

    // The check values of the two algorithms, as their catalogues have them.
    [Fact]
    public void Tell_digests_that_others_compute_too()
    {
        using var content = new MemoryStream("123456789"u8.ToArray());

        var digests = EdgeInfra.Edge.Bucket.ContentDigests.Of(content);

        Assert.Equal(("E3069283", 0x995DC9BBDF1939FAUL), (Convert.ToHexString(digests.Crc32C), digests.Crc64));
        Assert.Equal("25F9E794323B453885F5181F1B624D0B", Convert.ToHexString(digests.Md5));
        Assert.Equal("F7C3BC1D808E04732ADF679965CCC34CA7AE3441", Convert.ToHexString(digests.Sha1));
    }

    internal static string Path(string store, string key) => store switch { "azure" => "/www" + key, "b2" => "/file/www" + key, _ => key };
}
