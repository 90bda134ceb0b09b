using EdgeInfra.Model;

namespace Unit.Edge.Proxy.Policies;

/// <summary>Whatever a client sends, only objects below the policy's prefix are asked for, with nothing in the request that only the edge may say.</summary>
public sealed class Attacks_on_a_bucket
{
    /// <summary>What the client asks for, with which headers; the status it gets (0: any), and what the bucket was asked (empty: nothing).</summary>
    public static TheoryData<string, string, int, string> Rows => new()
    {
        { "/../other-bucket/x", "", 400, "" },
        { "/a/../../other-bucket/x", "", 400, "" },
        { "/%2e%2e/other-bucket/x", "", 400, "" },
        { "/.%2E/x", "", 400, "" },
        { "/a/%2e", "", 400, "" },
        { "/a%2F..%2F..%2Fother-bucket/x", "", 400, "" },
        { "/a/..", "", 400, "" },
        { "/a%5c..%5cx", "", 400, "" },
        { "/a\\..\\x", "", 400, "" },
        { "/%00", "", 400, "" },
        { "/a%00.html", "", 400, "" },
        { "/%zz", "", 400, "" },
        { "/%", "", 400, "" },
        { "/%ff%fe", "", 400, "" },
        { "/%c0%ae%c0%ae/x", "", 400, "" },
        { "/%0d%0aX-Injected:%201", "", 404, "GET /b/%0D%0AX-Injected%3A%201" },
        { "//evil.example/", "", 404, "GET /b//evil.example/index.html" },
        { "//evil.example", "", 301, "GET /b//evil.example" },
        { "///evil.example", "", 404, "GET /b///evil.example" },
        { "/%2Fevil.example", "", 404, "GET /b/%2Fevil.example" },
        { "/x?acl", "", 404, "GET /b/x" },
        { "/x?versionId=1&list-type=2&uploads&comp=list&x-oss-process=image", "", 404, "GET /b/x" },
        { "/x?response-content-type=text/html%0d%0aX-Injected:1", "", 404, "GET /b/x" },
        { "/x?v=1%0d%0aX-Injected:1", "", 404, "GET /b/x?v=1%0d%0aX-Injected:1" },
        { "/x", "Authorization: AWS4-HMAC-SHA256 Credential=evil", 404, "GET /b/x" },
        { "/x", "Cookie: session=1", 404, "GET /b/x" },
        { "/x", "x-amz-request-payer: requester\r\nX-Amz-Security-Token: t\r\nx-amz-date: 1", 404, "GET /b/x" },
        { "/x", "x-goog-user-project: p\r\nx-ms-range: bytes=0-1\r\nx-oss-security-token: t\r\nx-bz-info-a: b", 404, "GET /b/x" },
        { "/x", "Edge-Auth: stolen\r\nX-Edge: stolen", 404, "GET /b/x" },
        { "/x", "Connection: X-Edge, Host, close", 404, "GET /b/x" },
        { "/x", "Connection: keep-alive, x-edge\r\nConnection: Authorization", 404, "GET /b/x" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Stay_in_the_bucket(string url, string headers, int status, string asked)
    {
        await using var bucket = new PlayedBucket().With("/b//evil.example/index.html", "x").With("/b/404.html", "not here");

        await using var edge = await bucket.Edge(policy => policy with
        {
            PathPrefix = "/b", QueryParameters = ["v"], EdgeAuth = new EdgeAuth { Form = "secret", Header = "X-Edge", Secret = "ours" },
        });

        var answer = await edge.Get(url, headers: headers.Length > 0 ? headers + "\r\n" : "");

        Assert.Equal(url == "//evil.example/" ? 200 : status, answer.Status);
        Assert.Equal(asked, bucket.Lines.Count > 0 ? bucket.Lines[0] : "");
        Assert.All(bucket.Asked, request =>
        {
            Assert.StartsWith("/b/", request.Target, StringComparison.Ordinal);
            Assert.Equal(("ours", "bucket.example.net"), (request["X-Edge"], request["Host"]));
            Assert.DoesNotContain("stolen", request.Head, StringComparison.Ordinal);
            Assert.DoesNotContain("\r\nX-Injected", request.Head, StringComparison.OrdinalIgnoreCase);
            foreach (var name in (string[])["Authorization", "Cookie", "x-amz-request-payer", "x-amz-security-token", "x-amz-date", "x-goog-user-project",
                "x-ms-range", "x-oss-security-token", "x-bz-info-a", "Edge-Auth"])
            {
                Assert.Null(request[name]);
            }
        });
        Assert.Matches("^(/evil\\.example/)?$", answer["Location"] ?? "");
        Assert.DoesNotContain("\r\nX-Injected", answer.Head, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("GET /\r\nX-Injected: 1 HTTP/1.1\r\nHost: www.example.com\r\n\r\n")]
    [InlineData("GET /x HTTP/1.1\r\nHost: www.example.com\r\nRange: bytes=0-1\rX-Injected: 1\r\n\r\n")]
    [InlineData("GET /x HTTP/1.1\r\nHost: www.example.com\r\nIf-None-Match: \"\0\"\r\n\r\n")]
    [InlineData("G\rET /x HTTP/1.1\r\nHost: www.example.com\r\n\r\n")]
    public async Task Do_not_reach_it_with_line_breaks_of_their_own(string request)
    {
        await using var bucket = new PlayedBucket();
        await using var edge = await bucket.Edge();

        Assert.Equal(400, (await edge.Ask(request)).Status);
        Assert.Empty(bucket.Lines);
    }

    [Fact]
    public async Task Do_not_put_a_body_under_a_signature_that_says_there_is_none()
    {
        await using var bucket = new PlayedBucket();
        await using var edge = await bucket.Edge(policy => policy with { Signing = Refusals_of_a_store.Signing("aws-v4") });

        Assert.Equal(400, (await edge.Ask("GET /x HTTP/1.1\r\nHost: www.example.com\r\nContent-Length: 2\r\n\r\nhi")).Status);
        Assert.Empty(bucket.Lines);
    }
}
