using EdgeInfra.Model;

namespace Unit.Edge.Proxy.Policies;

public sealed class A_static_site_in_a_bucket
{
    [Theory]
    [InlineData("/", "GET /index.html")]
    [InlineData("/docs/", "GET /docs/index.html")]
    [InlineData("/a+b.txt", "GET /a%2Bb.txt")]
    [InlineData("/%c3%a4%20b", "GET /%C3%A4%20b")]
    [InlineData("//twice//x", "GET //twice//x")]
    [InlineData("/x?acl&versionId=7", "GET /x")]
    public async Task Is_asked_for_objects_in_one_spelling_and_without_the_clients_query(string url, string asked)
    {
        await using var bucket = new PlayedBucket { Denial = PlayedBucket.Document(200, "there", "text/plain") };
        await using var edge = await bucket.Edge();

        Assert.Equal(200, (await edge.Get(url)).Status);
        Assert.Equal([asked], bucket.Lines);
    }

    [Fact]
    public async Task May_have_a_prefix_and_parameters_that_pass()
    {
        await using var bucket = new PlayedBucket().With("/file/my-bucket/a/index.html", "a");
        await using var edge = await bucket.Edge(policy => policy with { PathPrefix = "/file/my-bucket", QueryParameters = ["v", "w"] });

        Assert.Equal("a", (await edge.Get("/a/?w=1&acl&v=%20+&vv=3&v")).Body);
        Assert.Equal(["GET /file/my-bucket/a/index.html?w=1&v=%20+&v"], bucket.Lines);
    }

    [Theory]
    [InlineData("/docs", "/docs/")]
    [InlineData("/docs?a=1&b=//x", "/docs/?a=1&b=//x")]
    [InlineData("//docs", "/docs/")]
    public async Task Redirects_to_a_directory_that_has_an_index(string url, string location)
    {
        await using var bucket = new PlayedBucket().With("/docs/index.html", "d").With("//docs/index.html", "d");
        await using var edge = await bucket.Edge();

        var answer = await edge.Get(url, headers: "Range: bytes=5-\r\nIf-None-Match: \"e\"\r\n");

        Assert.Equal((301, location, ""), (answer.Status, answer["Location"], answer.Body));
        Assert.Equal(["GET", "HEAD"], bucket.Asked.Select(asked => asked.Line.Split(' ')[0]));
        Assert.EndsWith("docs/index.html", bucket.Asked[1].Target, StringComparison.Ordinal);
        Assert.Equal((null, null), (bucket.Asked[1]["Range"], bucket.Asked[1]["If-None-Match"]));
    }

    [Theory]
    [InlineData("404 NoSuchKey")]
    [InlineData("403 AccessDenied")]
    public async Task Gives_its_error_page_for_what_is_missing(string denial)
    {
        await using var bucket = new PlayedBucket { Denial = PlayedBucket.Error(int.Parse(denial[..3], null), denial[4..]) }.With("/404.html", "not here");
        await using var edge = await bucket.Edge();

        var answer = await edge.Get("/gone.html", headers: "Range: bytes=1-2\r\nIf-Modified-Since: Thu, 01 Jan 2026 00:00:00 GMT\r\n");

        Assert.Equal((404, "not here", "HTTP/1.1 404 Not Found"), (answer.Status, answer.Body, answer.Line));
        Assert.Equal(["GET /gone.html", "HEAD /gone.html/index.html", "GET /404.html"], bucket.Lines);
        Assert.Equal((null, null), (bucket.Asked[2]["Range"], bucket.Asked[2]["If-Modified-Since"]));
        Assert.All(
            ["ETag", "Last-Modified", "Cache-Control", "x-amz-request-id", "x-amz-id-2", "Server"], name => Assert.Null(answer[name]));
    }

    [Fact]
    public async Task Tells_a_HEAD_the_head_of_the_error_page()
    {
        await using var bucket = new PlayedBucket().With("/404.html", "not here");
        await using var edge = await bucket.Edge();

        var answer = await edge.Ask("HEAD /gone.html HTTP/1.1\r\nHost: www.example.com\r\n\r\n");

        Assert.Equal((404, "8"), (answer.Status, answer["Content-Length"]));
        Assert.Equal(["HEAD /gone.html", "GET /gone.html", "HEAD /gone.html/index.html", "HEAD /404.html"], bucket.Lines);
    }

    [Theory]
    [InlineData("GET", "/gone", "of its own", 404)]
    [InlineData("GET", "/404.html", "of its own", 404)]
    [InlineData("GET", "/gone", null, 404)]
    public async Task Has_a_text_where_the_error_page_is_missing_too(string method, string url, string? content, int status)
    {
        await using var bucket = new PlayedBucket();
        await using var edge = await bucket.Edge(policy => policy with { ErrorPages = [policy.ErrorPages[0] with { Content = content }] });

        var answer = await edge.Ask($"{method} {url} HTTP/1.1\r\nHost: www.example.com\r\n\r\n");

        Assert.Equal(status, answer.Status);
        Assert.Contains(content ?? "404 Not Found", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-bucket", answer.Body, StringComparison.Ordinal);
        Assert.True(bucket.Lines.Count(line => line == "GET /404.html") == 1);
    }

    [Fact]
    public async Task Gives_a_page_of_another_status_where_the_policy_says_so()
    {
        await using var bucket = new PlayedBucket().With("/sorry.html", "sorry");
        await using var edge = await bucket.Edge(policy => policy with
        {
            ErrorPages = [new ErrorPage { Statuses = ["500-503"], Path = "/sorry.html", Status = 200 }],
        });
        bucket.Once.Enqueue(PlayedBucket.Error(503, "SlowDown"));

        var answer = await edge.Get("/x");

        Assert.Equal((200, "sorry"), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("Accept: text/html,*/*;q=0.1", true)]
    [InlineData("Accept: application/json\r\nAccept: */*, text/html;q=0.9", true)]
    [InlineData("Accept: */*", false)]
    [InlineData("X-No: accept", false)]
    [InlineData("Accept: text/html\r\nSec-Fetch-Mode: no-cors", false)]
    [InlineData("Accept: */*\r\nSec-Fetch-Mode: navigate", true)]
    public async Task Gives_its_single_page_to_navigations_only(string headers, bool isPage)
    {
        await using var bucket = new PlayedBucket().With("/app.html", "app").With("/404.html", "not here");
        await using var edge = await bucket.Edge(policy => policy with { SinglePage = "/app.html", DirectoryRedirect = false });

        var answer = await edge.Get("/deep/route.js", headers: headers + "\r\n");

        Assert.Equal(isPage ? (200, "app") : (404, "not here"), (answer.Status, answer.Body));
        Assert.Equal("Accept, Sec-Fetch-Mode", answer["Vary"]);
    }

    [Fact]
    public async Task Refuses_other_methods_and_says_which_are_allowed()
    {
        await using var bucket = new PlayedBucket();
        await using var edge = await bucket.Edge();

        var answer = await edge.Ask("DELETE /x HTTP/1.1\r\nHost: www.example.com\r\n\r\n");

        Assert.Equal((405, "GET, HEAD"), (answer.Status, answer["Allow"]));
        Assert.Empty(bucket.Lines);
    }

    [Fact]
    public async Task Lets_a_HEAD_that_was_refused_have_the_head_of_what_can_be_read()
    {
        await using var bucket = new PlayedBucket().With("/x", "0123456789");
        await using var edge = await bucket.Edge();
        bucket.Once.Enqueue("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");

        var answer = await edge.Ask("HEAD /x HTTP/1.1\r\nHost: www.example.com\r\nRange: bytes=3-\r\n\r\n");

        Assert.Equal((200, "10", null), (answer.Status, answer["Content-Length"], answer["Content-Range"]));
        Assert.Equal(["HEAD /x", "GET /x"], bucket.Lines);
        Assert.Equal("bytes=0-0", bucket.Asked[1]["Range"]);
    }

    [Fact]
    public async Task Passes_parts_and_conditions_of_the_object_itself()
    {
        await using var bucket = new PlayedBucket().With("/x", "0123456789");
        await using var edge = await bucket.Edge();

        var answer = await edge.Get("/x", headers: "Range: bytes=2-4\r\nIf-None-Match: \"other\"\r\n");

        Assert.Equal((206, "234", "\"e\"", null), (answer.Status, answer.Body, answer["ETag"], answer["x-amz-id-2"]));
        Assert.Equal(("\"other\"", "bucket.example.net"), (bucket.Asked[0]["If-None-Match"], bucket.Asked[0]["Host"]));
    }

    // Swift and Azure do not know If-Range.
    [Theory]
    [InlineData("\"e\"", 206, "234")]
    [InlineData("Thu, 01 Jan 2026 00:00:00 GMT", 206, "234")]
    [InlineData("\"before\"", 200, "0123456789")]
    [InlineData("W/\"e\"", 200, "0123456789")]
    [InlineData("Thu, 01 Jan 2025 00:00:00 GMT", 200, "0123456789")]
    public async Task Gives_no_part_of_another_version_than_the_client_has(string known, int status, string body)
    {
        await using var bucket = new PlayedBucket().With("/x", "0123456789");
        await using var edge = await bucket.Edge();

        var answer = await edge.Get("/x", headers: $"Range: bytes=2-4\r\nIf-Range: {known}\r\n");

        Assert.Equal((status, body), (answer.Status, answer.Body));
        Assert.Equal(status == 206 ? ["bytes=2-4"] : ["bytes=2-4", null], bucket.Asked.Select(asked => asked["Range"]));
    }
}
