using System.Collections.Concurrent;
using Kit;
using Origin = Kit.Origin;

namespace Peers;

/// <summary>A static site in the development bucket, served by a real Varnish that runs the emitted policy.</summary>
public sealed class A_site_in_a_bucket_on_Varnish(SiteOnVarnish site) : IClassFixture<SiteOnVarnish>
{
    [Theory]
    [InlineData("GET /", 200, "home")]
    [InlineData("GET /docs/", 200, "docs")]
    [InlineData("GET /docs/?utm=1", 200, "docs")]
    [InlineData("GET /assets/deep/er/app.js", 200, "0123456789")]
    [InlineData("GET /a+b.txt", 200, "plus")]
    [InlineData("GET /a%2Bb.txt", 200, "plus")]
    [InlineData("GET /missing", 404, "not here")]
    [InlineData("GET /missing/", 404, "not here")]
    [InlineData("GET /assets/missing.js?x", 404, "not here")]
    [InlineData("GET /404.html", 200, "not here")]
    [InlineData("POST /", 405, "")]
    [InlineData("GET /%2e%2e/other/x", 400, "")]
    [InlineData("GET /..%2Fother", 400, "")]
    [InlineData("GET /a%zz", 400, "")]
    [InlineData("GET /a%00b", 400, "")]
    [InlineData("GET /%ff", 400, "")]
    public async Task Answers_as_a_site_does(string request, int status, string body)
    {
        for (var pass = 0; pass < 2; pass++) // from the bucket, and from the cache
        {
            var answer = await Ask(request);
            Assert.Equal((status, body), (answer.Status, answer.Body));
            Assert.Null(answer["x-amz-request-id"]);
            Assert.Equal(status == 405 ? "GET, HEAD" : null, answer["Allow"]);
        }
    }

    [Theory]
    [InlineData("GET /docs?a=1&b=%2F", "/docs/?a=1&b=%2F")]
    [InlineData("GET //docs", null)]
    [InlineData("HEAD /docs", "/docs/")]
    public async Task Sends_a_directory_to_its_slash(string request, string? location)
    {
        var answer = await Ask(request);

        Assert.Equal((location is null ? 404 : 301, location), (answer.Status, answer["Location"]));
    }

    [Fact]
    public async Task Answers_HEAD_with_the_status_of_the_page()
    {
        Assert.Equal((200, "10"), await Head("HEAD /assets/deep/er/app.js"));
        Assert.Equal((404, "8"), await Head("HEAD /missing"));

        async Task<(int, string?)> Head(string request) => await Ask(request) is var answer ? (answer.Status, answer["Content-Length"]) : default;
    }

    [Fact]
    public async Task Resumes_a_download_and_keeps_conditions_from_the_error_page()
    {
        var (part, page) = (await Ask("GET /assets/deep/er/app.js", "Range: bytes=4-"), await Ask("GET /nowhere", "Range: bytes=4-\r\nIf-None-Match: *"));

        Assert.Equal((206, "456789"), (part.Status, part.Body));
        Assert.Equal((404, "not here"), (page.Status, page.Body));
        Assert.Null(page["ETag"]);
    }

    [Fact]
    public async Task Keeps_from_the_bucket_what_is_meant_for_others()
    {
        var seen = new ConcurrentQueue<string>();
        await using var origin = Origin.Answering(request =>
        {
            seen.Enqueue($"{request.Line}|{request["Authorization"]}|{request["Cookie"]}|{request["x-amz-request-payer"]}|{request["Edge-Auth"]}");
            return "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nx-amz-id-2: 1\r\nServer: AmazonS3\r\n\r\n";
        });
        await using var varnish = await SiteOnVarnish.Serve(origin.Port);

        var answer = await Ask("GET /a+b//c%2fd%c3%a9~?acl", "Authorization: x\r\nCookie: x\r\nx-amz-request-payer: x\r\nEdge-Auth: x\r\nEdgeInfra-Step: F_site page 0", varnish);

        Assert.Equal(["GET /a%2Bb//c/d%C3%A9~ HTTP/1.1||||"], seen);
        Assert.Equal((null, null), (answer["x-amz-id-2"], answer["Server"]));
    }

    private async Task<RawAnswer> Ask(string request, string headers = "", Varnish? of = null)
    {
        using var client = await RawClient.Connect((of ?? site.Varnish).Endpoint);
        await client.Send($"{request} HTTP/1.1\r\nHost: www.example.com\r\n{headers}{(headers.Length > 0 ? "\r\n" : "")}Connection: close\r\n\r\n");
        return await client.Answer(toHead: request.StartsWith("HEAD", StringComparison.Ordinal));
    }
}
