using Kit;

namespace Peers.Buckets;

/// <summary>A bucket that answers only to right signatures, behind the edge: visitors need none, and see nothing of the store.</summary>
public sealed class Swift_as_a_private_bucket(Swift swift) : IClassFixture<Swift>
{
    private const string HostStyle = Swift.Bucket + "." + S3Ask.Domain;
    private const string Signing =
        "\"signing\":{\"scheme\":\"aws-v4\",\"region\":\"" + S3Ask.Region + "\",\"access_key\":\"" + S3Ask.AccessKey + "\",\"secret_key\":\"" + S3Ask.SecretKey + "\"}";

    private const string Rest = "\"store\":\"s3\",\"query\":\"drop\",\"methods\":[\"GET\",\"HEAD\"],\"strip_response_headers\":[\"x-amz-*\",\"x-trans-id\",\"x-openstack-*\"]";

    // What a visitor asks for, and the key's own spelling in Swift.
    private static readonly (string Asked, string Key)[] HardKeys =
    [
        ("/a%20b.txt", "/a%20b.txt"), ("/a+b.txt", "/a%2Bb.txt"), ("/a%2bb.txt", "/a%2Bb.txt"), ("/%c3%bc%F0%9F%98%80.txt", "/%C3%BC%F0%9F%98%80.txt"),
        ("/x//y.txt", "/x//y.txt"), ("//leading.txt", "//leading.txt"), ("/100%25.txt", "/100%25.txt"), ("/%7Etilde.txt", "/~tilde.txt"),
        ("/~tilde.txt", "/~tilde.txt"), ("/'()!*.txt", "/%27%28%29%21%2A.txt"), ("/what%3F.txt", "/what%3F.txt"), ("/a%2Fb.txt", "/a/b.txt"),
        ("/;=,@:&$.txt", "/%3B%3D%2C%40%3A%26%24.txt"), ("/two%20%20spaces.txt", "/two%20%20spaces.txt"), ("/%23hash.txt", "/%23hash.txt"), ("/folder/", "/folder/"), ("/%5bx%5d%7c%22.txt", "/%5Bx%5D%7C%22.txt"),
    ];

    [Theory]
    [InlineData("by its host", HostStyle, "")]
    [InlineData("by a path", S3Ask.Domain, "\"path_prefix\":\"/" + Swift.Bucket + "\",")]
    public async Task Gives_objects_ranges_and_conditions(string style, string host, string prefix)
    {
        await using var edge = await EdgeBefore.Start(swift.Endpoint, host, $$"""{ {{prefix}} {{Signing}}, {{Rest}} }""");

        var get = await edge.Ask("GET /index.html?acl&versionId=null\nAuthorization: AWS4-HMAC-SHA256 mine\nx-amz-date: 20000101T000000Z\nx-amz-acl: public-read");
        var head = await edge.Ask("HEAD /index.html");
        var range = await edge.Ask("GET /index.html\nRange: bytes=4-7\nAccept-Encoding: gzip\nX-Forwarded-For: 192.0.2.1");
        var beyond = await edge.Ask("GET /index.html\nRange: bytes=99-");
        var known = await edge.Ask($"GET /index.html\nIf-None-Match: {get["ETag"]}");
        var changed = await edge.Ask("GET /index.html\nIf-Match: \"x\"");
        var missing = await edge.Ask("GET /none");

        Assert.True(get.Status == 200 && get.Body == "<h1>home</h1>", $"{style}: {get.Head}{get.Body}");
        Assert.Equal((200, "13"), (head.Status, head["Content-Length"]));
        Assert.Equal((206, "home", "bytes 4-7/13"), (range.Status, range.Body, range["Content-Range"]));
        Assert.Equal([416, 304, 412, 404], [beyond.Status, known.Status, changed.Status, missing.Status]);
        Assert.Equal(405, (await edge.Ask("DELETE /index.html")).Status);
        Assert.All([get, head, range, known, missing], answer => Assert.DoesNotMatch("(?i)\r\nx-(amz|trans|openstack)", answer.Head));
    }

    [Theory]
    [InlineData(HostStyle, "")]
    [InlineData(S3Ask.Domain, "\"path_prefix\":\"/" + Swift.Bucket + "\",")]
    public async Task Gives_objects_whatever_their_keys_are_called(string host, string prefix)
    {
        await using var edge = await EdgeBefore.Start(swift.Endpoint, host, $$"""{ {{prefix}} {{Signing}}, {{Rest}} }""");
        var wrong = new List<string>();
        foreach (var (asked, key) in HardKeys)
        {
            await swift.Put($"/{Swift.Bucket}{key}", $"this is {key}", "Content-Type: text/plain");
            var answer = await edge.Ask("GET " + asked);
            if ((answer.Status, answer.Body) != (200, $"this is {key}"))
            {
                wrong.Add($"{asked}: {answer.Status} {answer.Body}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("/../other/x")]
    [InlineData("/%2e%2e/other/x")]
    [InlineData("/x/%2E./%2e%2e%2fother/x")]
    [InlineData("/x%00y")]
    [InlineData("/x%zz")]
    [InlineData("/x%ff")]
    [InlineData("/x%5Cy")]
    public async Task Is_never_left(string target)
    {
        await using var edge = await EdgeBefore.Start(swift.Endpoint, S3Ask.Domain, $$"""{ "path_prefix":"/{{Swift.Bucket}}", {{Signing}}, {{Rest}} }""");

        var answer = await edge.Ask("GET " + target);

        Assert.Equal(400, answer.Status);
        Assert.DoesNotContain("somebody", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong-secret", S3Ask.Region)]
    [InlineData(S3Ask.SecretKey, "eu-west-9")]
    public async Task Is_broken_and_not_empty_when_the_edges_own_credentials_are_wrong(string secret, string region)
    {
        var signing = $$"""{"scheme":"aws-v4","region":"{{region}}","access_key":"{{S3Ask.AccessKey}}","secret_key":"{{secret}}"}""";
        await using var edge = await EdgeBefore.Start(swift.Endpoint, HostStyle, $$"""{ "signing": {{signing}}, {{Rest}} }""");

        var answers = new[] { await edge.Ask("GET /index.html"), await edge.Ask("GET /none"), await edge.Ask("HEAD /index.html") };

        Assert.All(answers, answer => Assert.InRange(answer.Status, 502, 503));
    }

    [Fact]
    public async Task Is_broken_and_not_empty_when_it_is_gone()
    {
        await using var edge = await EdgeBefore.Start(swift.Endpoint, S3Ask.Domain, $$"""{ "path_prefix":"/nowhere", {{Signing}}, {{Rest}} }""");

        Assert.Equal(502, (await edge.Ask("GET /index.html")).Status);
        Assert.Equal(502, (await edge.Ask("HEAD /index.html")).Status);
    }
}
