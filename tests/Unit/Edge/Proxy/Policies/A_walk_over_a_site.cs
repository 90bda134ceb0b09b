using Kit;

namespace Unit.Edge.Proxy.Policies;

/// <summary>What a browser does with a static site, the same in every store.</summary>
public sealed class A_walk_over_a_site
{
    [Theory]
    [InlineData("s3", false)]
    [InlineData("gcs", false)]
    [InlineData("azure", false)]
    [InlineData("b2", false)]
    [InlineData("b2", true)]
    [InlineData("oss", false)]
    public async Task Finds_pages_directories_and_what_is_missing(string store, bool isPrivate)
    {
        await using var site = await SiteInABucket.Start(store, isPrivate);
        using var browser = await site.Edge.Client();

        var home = await Ask(browser, "GET /");
        var directory = await Ask(browser, "GET /docs?x=1&y=//z");
        var docs = await Ask(browser, "GET " + directory["Location"]);
        var missing = await Ask(browser, "GET /docs/none.html?x");
        var head = await Ask(browser, "HEAD /docs/a%20b+c/deep.txt");
        var headOfMissing = await Ask(browser, "HEAD /none");
        var file = await Ask(browser, "GET /docs/a%20b+c/deep.txt");

        Assert.Equal((200, "<h1>home</h1>", "text/html"), (home.Status, home.Body, home["Content-Type"]!.Split(';')[0]));
        Assert.Equal((301, "/docs/?x=1&y=//z"), (directory.Status, directory["Location"]));
        Assert.Equal((200, "<h1>docs</h1>"), (docs.Status, docs.Body));
        Assert.Equal((404, "<h1>not here</h1>"), (missing.Status, missing.Body));
        Assert.Equal((200, "10"), (head.Status, head["Content-Length"]));
        Assert.Equal((404, "17"), (headOfMissing.Status, headOfMissing["Content-Length"]));
        Assert.Equal((200, "0123456789"), (file.Status, file.Body));
        Assert.All([home, directory, docs, missing, head, headOfMissing, file], HasNothingOfTheStore);
        Assert.Empty(site.Edge.Log);
    }

    [Theory]
    [InlineData("s3", false)]
    [InlineData("gcs", false)]
    [InlineData("azure", false)]
    [InlineData("b2", true)]
    [InlineData("oss", false)]
    public async Task Goes_on_with_a_download_where_it_broke_off(string store, bool isPrivate)
    {
        await using var site = await SiteInABucket.Start(store, isPrivate);
        using var browser = await site.Edge.Client();

        var first = await Ask(browser, "GET /docs/a%20b+c/deep.txt", "Range: bytes=0-3");
        var condition = first["ETag"] is { } tag ? $"\r\nIf-Range: {tag}" : "";
        var rest = await Ask(browser, "GET /docs/a%20b+c/deep.txt", "Range: bytes=4-" + condition);
        var beyond = await Ask(browser, "GET /docs/a%20b+c/deep.txt", "Range: bytes=99-");

        Assert.Equal((206, "0123"), (first.Status, first.Body));
        Assert.Equal((206, "456789", "bytes 4-9/10"), (rest.Status, rest.Body, rest["Content-Range"]));
        Assert.Equal(store == "oss" ? (200, null) : (416, "bytes */10"), (beyond.Status, beyond["Content-Range"])); // OSS gives all of it then
        Assert.All([first, rest, beyond], HasNothingOfTheStore);
    }

    private static async Task<RawAnswer> Ask(RawClient browser, string request, string? header = null)
    {
        await browser.Send($"{request} HTTP/1.1\r\nHost: www.example.com\r\nAccept: text/html\r\n{(header is null ? "" : header + "\r\n")}\r\n");
        return await browser.Answer(request.StartsWith("HEAD", StringComparison.Ordinal));
    }

    private static void HasNothingOfTheStore(RawAnswer answer) =>
        Assert.DoesNotMatch("(?im)^(x-(amz|goog|guploader|ms|oss|bz)-|server:)", answer.Head);
}
