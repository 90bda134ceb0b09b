using System.Globalization;
using System.Net;
using EdgeInfra.Edge.Bucket;
using Kit;

namespace Unit.Edge.Bucket;

public sealed class A_folder_as_a_bucket : IDisposable
{
    private const string HelloTag = "\"5d41402abc4b2a76b9719d911017c592\"";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bucket");
    private readonly string _root;

    public A_folder_as_a_bucket()
    {
        _root = Path.Combine(_folder.FullName, "site");
        Directory.CreateDirectory(Path.Combine(_root, "dir"));
        File.WriteAllText(Path.Combine(_root, "hello.html"), "hello");
        File.WriteAllText(Path.Combine(_root, "dir", "a b+c.bin"), "space");
        File.WriteAllText(Path.Combine(_root, "empty.txt"), "");
        File.WriteAllText(Path.Combine(_folder.FullName, "secret"), "outside");
        File.SetLastWriteTimeUtc(Path.Combine(_root, "hello.html"), new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc));
        File.CreateSymbolicLink(Path.Combine(_root, "link"), Path.Combine(_folder.FullName, "secret"));
        Directory.CreateSymbolicLink(Path.Combine(_root, "up"), _folder.FullName);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Serves_an_object_with_the_headers_of_S3()
    {
        var answer = await Ask("GET /hello.html");

        Assert.Equal("HTTP/1.1 200 OK", answer.Line);
        Assert.Equal("hello", answer.Body);
        Assert.Equal(HelloTag, answer["ETag"]);
        Assert.Equal("Fri, 02 Jan 2026 03:04:05 GMT", answer["Last-Modified"]);
        Assert.Equal("text/html", answer["Content-Type"]);
        Assert.Equal("5", answer["Content-Length"]);
        Assert.Equal("bytes", answer["Accept-Ranges"]);
        Assert.Equal("AmazonS3", answer["Server"]);
        Assert.Matches("^[0-9A-F]{16}$", answer["x-amz-request-id"]);
        Assert.NotNull(answer["x-amz-id-2"]);
    }

    [Fact]
    public async Task Answers_HEAD_like_GET_without_the_body()
    {
        var found = await Ask("HEAD /hello.html");
        var missing = await Ask("HEAD /none");

        Assert.Equal(("5", HelloTag), (found["Content-Length"], found["ETag"]));
        Assert.Equal(404, missing.Status);
    }

    [Theory]
    [InlineData("", "any.host", "/dir/a%20b%2Bc.bin")]
    [InlineData("", "any.host", "/dir/a+b%2Bc.bin")]
    [InlineData("www", "www.s3.local", "/dir/a%20b%2bc.bin?versionId=null")]
    [InlineData("www", "WWW.s3.local:80", "/dir%2Fa+b%2Bc.bin")]
    [InlineData("www", "127.0.0.1", "/www/dir/a+b%2Bc.bin")]
    public async Task Finds_objects_by_host_and_by_path(string name, string host, string target)
    {
        var answer = await Ask("GET " + target, name, host);

        Assert.Equal("space", answer.Body);
        Assert.Equal("binary/octet-stream", answer["Content-Type"]);
    }

    [Theory]
    [InlineData("", "/none", 404, "NoSuchKey")]
    [InlineData("", "/dir", 404, "NoSuchKey")]
    [InlineData("", "/dir/", 404, "NoSuchKey")]
    [InlineData("", "/hello.html/", 404, "NoSuchKey")]
    [InlineData("", "//hello.html", 404, "NoSuchKey")]
    [InlineData("", "/dir/../hello.html", 404, "NoSuchKey")]
    [InlineData("", "/../secret", 404, "NoSuchKey")]
    [InlineData("", "/%2e%2e/secret", 404, "NoSuchKey")]
    [InlineData("", "/dir/%2e%2E%2f..%2Fsecret", 404, "NoSuchKey")]
    [InlineData("", "/..%5csecret", 404, "NoSuchKey")]
    [InlineData("", "/link", 404, "NoSuchKey")]
    [InlineData("", "/up/secret", 404, "NoSuchKey")]
    [InlineData("", "/bad%zz", 400, "InvalidURI")]
    [InlineData("", "/bad%ff", 400, "InvalidURI")]
    [InlineData("www", "/hello.html", 404, "NoSuchBucket")]
    [InlineData("www", "/", 403, "AccessDenied")]
    public async Task Refuses_what_is_not_there_and_every_way_out_of_the_folder(string name, string target, int status, string code)
    {
        var answer = await Ask("GET " + target, name);

        Assert.Equal(status, answer.Status);
        Assert.Equal("application/xml", answer["Content-Type"]);
        Assert.Contains($"<Code>{code}</Code>", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("outside", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_key_in_the_error_and_escapes_it()
    {
        var answer = await Ask("GET /%3Cb%3E&c");

        Assert.Contains("<Key>&lt;b&gt;&amp;c</Key>", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE", 403, "AccessDenied")]
    [InlineData("PUT", 403, "AccessDenied")]
    [InlineData("PATCH", 405, "MethodNotAllowed")]
    [InlineData("OPTIONS", 400, "BadRequest")]
    public async Task Can_only_be_read(string method, int status, string code)
    {
        var answer = await Ask(method + " /hello.html", headers: "Content-Length: 0\r\n");

        Assert.Equal(status, answer.Status);
        Assert.Contains($"<Code>{code}</Code>", answer.Body, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_root, "hello.html")));
    }

    [Theory]
    [InlineData("bytes=1-3", 206, "ell", "bytes 1-3/5")]
    [InlineData("bytes=2-", 206, "llo", "bytes 2-4/5")]
    [InlineData("bytes=-2", 206, "lo", "bytes 3-4/5")]
    [InlineData("bytes=-99", 206, "hello", "bytes 0-4/5")]
    [InlineData("bytes=0-99", 206, "hello", "bytes 0-4/5")]
    [InlineData("bytes=0-1,3-4", 200, "hello", null)]
    [InlineData("bytes=3-1", 200, "hello", null)]
    [InlineData("lines=1-2", 200, "hello", null)]
    public async Task Serves_ranges(string range, int status, string body, string? contentRange)
    {
        var answer = await Ask("GET /hello.html", headers: $"Range: {range}\r\n");

        Assert.Equal((status, body, contentRange), (answer.Status, answer.Body, answer["Content-Range"]));
    }

    [Theory]
    [InlineData("/hello.html", "bytes=5-", "bytes */5")]
    [InlineData("/hello.html", "bytes=-0", "bytes */5")]
    [InlineData("/empty.txt", "bytes=0-", "bytes */0")]
    public async Task Refuses_ranges_beyond_the_end(string target, string range, string contentRange)
    {
        var answer = await Ask("GET " + target, headers: $"Range: {range}\r\n");

        Assert.Equal((416, contentRange), (answer.Status, answer["Content-Range"]));
        Assert.Contains("<Code>InvalidRange</Code>", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("If-None-Match: " + HelloTag, 304)]
    [InlineData("If-None-Match: \"x\", W/" + HelloTag, 304)]
    [InlineData("If-None-Match: \"x\"", 200)]
    [InlineData("If-None-Match: *", 304)]
    [InlineData("If-Modified-Since: Fri, 02 Jan 2026 03:04:05 GMT", 304)]
    [InlineData("If-Modified-Since: Fri, 02 Jan 2026 03:04:04 GMT", 200)]
    [InlineData("If-Modified-Since: yesterday", 200)]
    [InlineData("If-None-Match: \"x\"\r\nIf-Modified-Since: Fri, 02 Jan 2026 03:04:05 GMT", 200)]
    [InlineData("If-Match: \"x\"", 412)]
    [InlineData("If-Match: " + HelloTag, 200)]
    [InlineData("If-Unmodified-Since: Fri, 02 Jan 2026 03:04:04 GMT", 412)]
    [InlineData("If-Unmodified-Since: Fri, 02 Jan 2026 03:04:05 GMT", 200)]
    [InlineData("Range: bytes=0-1\r\nIf-Range: " + HelloTag, 206)]
    [InlineData("Range: bytes=0-1\r\nIf-Range: \"x\"", 200)]
    public async Task Obeys_conditions(string headers, int status) =>
        Assert.Equal(status, (await Ask("GET /hello.html", headers: headers + "\r\n")).Status);

    [Fact]
    public async Task Gives_a_changed_file_another_tag()
    {
        await using var server = await Serve("");
        var before = await Ask(server, "GET /hello.html");
        await File.WriteAllTextAsync(Path.Combine(_root, "hello.html"), "hallo!");

        var after = await Ask(server, "GET /hello.html");

        Assert.Equal(("hello", "hallo!"), (before.Body, after.Body));
        Assert.NotEqual(before["ETag"], after["ETag"]);
    }

    [Fact]
    public async Task Serves_an_empty_object()
    {
        var answer = await Ask("GET /empty.txt");

        Assert.Equal((200, "0", "text/plain"), (answer.Status, answer["Content-Length"], answer["Content-Type"]));
    }

    [Fact]
    public async Task Says_which_folder_is_missing() =>
        Assert.Contains("nowhere", (await Assert.ThrowsAsync<DirectoryNotFoundException>(() =>
            BucketServer.Start(new BucketOptions { Root = Path.Combine(_root, "nowhere"), Listen = new(IPAddress.Loopback, 0) }))).Message,
            StringComparison.Ordinal);

    private Task<BucketServer> Serve(string name) =>
        BucketServer.Start(new BucketOptions { Root = _root, Listen = new IPEndPoint(IPAddress.Loopback, 0), Name = name });

    private async Task<RawAnswer> Ask(string line, string name = "", string host = "bucket.local", string headers = "")
    {
        await using var server = await Serve(name);
        return await Ask(server, line, host, headers);
    }

    private static async Task<RawAnswer> Ask(BucketServer server, string line, string host = "bucket.local", string headers = "")
    {
        using var client = await RawClient.Connect(server.Endpoint);
        await client.Send(string.Create(CultureInfo.InvariantCulture, $"{line} HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n"));
        return await client.Answer(line.StartsWith("HEAD", StringComparison.Ordinal));
    }
}
