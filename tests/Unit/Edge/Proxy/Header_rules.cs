using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class Header_rules
{
    private static readonly string[] Types = ["request", "fetch", "cache", "response"];

    public static TheoryData<string, string, bool, string?> Table()
    {
        var rows = new TheoryData<string, string, bool, string?>();
        foreach (var type in Types)
        {
            rows.Add(type, "set", false, "new");
            rows.Add(type, "set", true, "old-old");
            rows.Add(type, "append", false, "old-oldnew");
            rows.Add(type, "append", true, "old-old");
            rows.Add(type, "delete", false, null);
            rows.Add(type, "regex", false, "x<o>ld-old");
            rows.Add(type, "regex", true, "old-old");
            rows.Add(type, "regex_repeat", false, "x<o>ld-x<o>ld");
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Change_a_header_that_is_there(string type, string action, bool ignoreIfSet, string? expected)
    {
        var rule = Rule(type, action, "http.X-A") with { IgnoreIfSet = ignoreIfSet, Src = action is "set" or "append" ? "\"new\"" : "" };

        Assert.Equal(expected, await Changed(rule, type, "X-A: old-old\r\n"));
        Assert.Equal("old-old", await Changed(rule, type, "X-A: old-old\r\n", "false"));
        Assert.Equal(expected, await Changed(rule, type, "X-A: old-old\r\n", "req.url ~ \"^/\""));
    }

    [Theory]
    [InlineData("set", "\"new\"", "new")]
    [InlineData("append", "\"new\"", "new")]
    [InlineData("delete", "", null)]
    [InlineData("set", "req.http.X-Missing", null)]
    [InlineData("set", "\"a%0d%0aSet-Cookie: b\"", "a")]
    [InlineData("set", "{\"a\u0001b\"}", "ab")]
    [InlineData("set", "req.http.host req.url.path", "www.example.com/path")]
    [InlineData("set", "req.protocol \" \" req.service_id \" \" req.vcl.version \" \" req.restarts", "http svc 1 0")]
    public async Task Make_a_header_that_is_not_there(string action, string source, string? expected)
    {
        foreach (var type in Types)
        {
            Assert.Equal(expected, await Changed(Rule(type, action, "http.X-A") with { Src = source }, type, ""));
        }
    }

    [Theory]
    [InlineData("set", "http.Cookie:b", "a=1; b=new; c=3")]
    [InlineData("delete", "http.Cookie:b", "a=1; c=3")]
    [InlineData("append", "http.Cookie:b", "a=1; b=2new; c=3")]
    [InlineData("set", "http.Cookie:d", "a=1; b=2; c=3; d=new")]
    public async Task Change_one_field_of_a_header(string action, string target, string expected) => Assert.Equal(
        expected,
        await Changed(Rule("request", action, target) with { Src = "\"new\"" }, "request", "Cookie: a=1; b=2; c=3\r\n", header: "Cookie"));

    [Fact]
    public async Task Are_followed_by_priority_each_seeing_what_the_one_before_did()
    {
        var (seen, _) = await Through(Version(
            Rule("request", "set", "http.X-A") with { Name = "late", Src = "req.http.X-A \"2\"", Priority = 20 },
            Rule("request", "set", "http.X-A") with { Name = "early", Src = "\"1\"", Priority = 3 }));

        Assert.Equal("12", seen["X-A"]);
    }

    [Fact]
    public async Task Give_the_source_what_the_condition_has_captured()
    {
        var version = Version(Rule("request", "set", "http.X-Part") with { Src = "re.group.1", RequestCondition = "c" });
        var (seen, _) = await Through(version with { Conditions = [Condition("REQUEST", "req.url ~ \"^/(pa..)\"")] });

        Assert.Equal("path", seen["X-Part"]);
    }

    [Fact]
    public async Task For_the_origin_leave_the_clients_request_as_it_was()
    {
        var (seen, answer) = await Through(Version(
            Rule("fetch", "set", "http.X-A") with { Src = "\"origin\"" },
            Rule("fetch", "set", "url") with { Name = "url", Src = "\"/deep\" bereq.url" },
            Rule("cache", "set", "http.X-Sent") with { Name = "sent", Src = "bereq.http.X-A \" \" bereq.url" },
            Rule("response", "set", "http.X-Asked") with { Name = "asked", Src = "req.http.X-A \" \" req.url" }), "X-A: client\r\n");

        Assert.Equal(("origin", "/deep/path?q=1"), (seen["X-A"], seen.Target));
        Assert.Equal("origin /deep/path?q=1", answer["X-Sent"]);
        Assert.Equal("client /path?q=1", answer["X-Asked"]);
    }

    [Theory]
    [InlineData("\"/new?x=y\"", "/new?x=y")]
    [InlineData("\"no-slash\"", "/path?q=1")]
    [InlineData("\"/with blank HTTP/1.1\"", "/path?q=1")]
    public async Task Change_the_target_to_one_that_can_be_asked_for(string source, string target)
    {
        var (seen, _) = await Through(Version(Rule("request", "set", "url") with { Src = source }));
        Assert.Equal(target, seen.Target);
    }

    [Fact]
    public async Task Change_the_host_and_the_origin_still_learns_what_the_client_asked()
    {
        var (seen, _) = await Through(Version(Rule("request", "set", "http.Host") with { Src = "\"other.example.com\"" }));
        Assert.Equal(("other.example.com", "www.example.com"), (seen["Host"], seen["X-Forwarded-Host"]));
    }

    [Theory]
    [InlineData("\"404\"", "HTTP/1.1 404 Not Found", "body")]
    [InlineData("\"204\"", "HTTP/1.1 204 No Content", "")]
    [InlineData("\"teapot\"", "HTTP/1.1 200 Fine", "body")]
    [InlineData("\"99\"", "HTTP/1.1 200 Fine", "body")]
    public async Task Change_the_status_to_one_that_can_be_sent(string source, string line, string body)
    {
        foreach (var type in Types[2..])
        {
            var (_, answer) = await Through(Version(Rule(type, "set", "status") with { Src = source }));
            Assert.Equal((line, body), (answer.Line, answer.Body));
        }
    }

    [Fact]
    public async Task Give_an_answer_without_a_body_a_status_that_has_one()
    {
        var (_, answer) = await Through(
            Version(Rule("response", "set", "status") with { Src = "\"200\"" }), origin: "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n");
        Assert.Equal((200, "", true), (answer.Status, answer.Body, answer.IsWhole));
    }

    [Fact]
    public async Task Add_a_cookie_in_a_line_of_its_own()
    {
        var (_, answer) = await Through(
            Version(Rule("response", "append", "http.Set-Cookie") with { Src = "\"b=2\"" }),
            origin: "HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal("a=1 | b=2", answer["Set-Cookie"]);
    }

    [Theory]
    [InlineData("F_other")]
    [InlineData("other")]
    public async Task Assign_a_backend(string source)
    {
        await using var site = Origin.Answering("site");
        await using var other = Origin.Answering("other");
        await using var edge = await EdgeUnderTest.Serving(EdgeUnderTest.Version(
            EdgeUnderTest.At(site, name: "site"), EdgeUnderTest.At(other, name: "other")) with
        {
            Headers = [Rule("request", "set", "backend") with { Src = source, RequestCondition = "c" }],
            Conditions = [Condition("REQUEST", "req.url == \"/other\"")],
        });

        Assert.Equal("site", (await edge.Get("/")).Body);
        Assert.Equal("other", (await edge.Get("/other")).Body);
    }

    [Fact]
    public async Task For_the_client_apply_to_answers_of_the_edge_itself()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(EdgeUnderTest.Version(
            EdgeUnderTest.At(origin, backend => backend with { Healthcheck = "alive" })) with
        {
            Healthchecks = [new Healthcheck { Name = "alive", Host = "h", Path = "/", Initial = 0 }],
            Headers = [Rule("response", "set", "http.X-Status") with { Src = "resp.status" }],
        });

        var answer = await edge.Get();

        Assert.Equal(503, answer.Status);
        Assert.Equal("503", answer["X-Status"]);
    }

    private static async Task<string?> Changed(Header rule, string type, string lines, string condition = "", string header = "X-A")
    {
        var version = Version(condition.Length == 0 ? rule : rule with { RequestCondition = "c" });
        version = condition.Length == 0 ? version : version with { Conditions = [Condition("REQUEST", condition)] };
        var toOrigin = type is "request" or "fetch";
        var (seen, answer) = await Through(
            version, toOrigin ? lines : "", $"HTTP/1.1 200 Fine\r\n{(toOrigin ? "" : lines)}Content-Length: 4\r\n\r\nbody");
        return toOrigin ? seen[header] : answer[header];
    }

    private static async Task<(OriginRequest Seen, RawAnswer Answer)> Through(
        ServiceVersion version, string headers = "", string origin = "HTTP/1.1 200 Fine\r\nContent-Length: 4\r\n\r\nbody")
    {
        OriginRequest? seen = null;
        await using var scripted = Origin.Answering(request =>
        {
            seen = request;
            return origin;
        });
        await using var edge = await EdgeUnderTest.Serving(version with { Backends = [EdgeUnderTest.At(scripted)] });
        var answer = await edge.Get("/path?q=1", headers: headers);
        return (seen!, answer);
    }

    private static ServiceVersion Version(params Header[] rules) => EdgeUnderTest.Version() with { Headers = [.. rules] };

    private static Header Rule(string type, string action, string target) =>
        new() { Name = "rule", Type = type, Action = action, Dst = target, Regex = "(o)", Substitution = "x<\\1>" };

    private static Condition Condition(string type, string statement) => new() { Name = "c", Type = type, Statement = statement };
}
