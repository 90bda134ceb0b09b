using EdgeInfra.Model;

namespace Unit.Model;

public sealed class Rules_for_traffic
{
    private static readonly Header Plain = new() { Name = "r", Type = "request", Action = "set", Dst = "http.X-A", Src = "\"a\"" };

    [Theory]
    [InlineData("request", "http.X-A")]
    [InlineData("request", "http.Cookie:session")]
    [InlineData("request", "http.Host")]
    [InlineData("request", "url")]
    [InlineData("fetch", "url")]
    [InlineData("fetch", "http.Authorization")]
    [InlineData("cache", "status")]
    [InlineData("cache", "response")]
    [InlineData("response", "status")]
    [InlineData("response", "http.X-Forwarded-For")]
    public void May_change_what_does_not_break_a_message(string type, string target) =>
        Assert.Empty(Found(Plain with { Type = type, Dst = target }));

    [Theory]
    [InlineData("request", "X-A", "EDGE050 headers[\"r\"].dst")]
    [InlineData("request", "http.", "EDGE050 headers[\"r\"].dst")]
    [InlineData("request", "http.A B", "EDGE050 headers[\"r\"].dst")]
    [InlineData("request", "http.A:b:c", "EDGE050 headers[\"r\"].dst")]
    [InlineData("request", "status", "EDGE050 headers[\"r\"].dst")]
    [InlineData("fetch", "backend", "EDGE050 headers[\"r\"].dst")]
    [InlineData("cache", "ttl", "EDGE050 headers[\"r\"].dst")]
    [InlineData("response", "url", "EDGE050 headers[\"r\"].dst")]
    [InlineData("request", "http.Content-Length", "EDGE051 headers[\"r\"].dst")]
    [InlineData("request", "http.transfer-encoding", "EDGE051 headers[\"r\"].dst")]
    [InlineData("response", "http.Connection", "EDGE051 headers[\"r\"].dst")]
    [InlineData("response", "http.Host", "EDGE051 headers[\"r\"].dst")]
    [InlineData("request", "http.X-Forwarded-For", "EDGE052 headers[\"r\"].dst")]
    [InlineData("fetch", "http.fastly-client-ip", "EDGE052 headers[\"r\"].dst")]
    [InlineData("request", "http.CDN-Loop", "EDGE052 headers[\"r\"].dst")]
    public void Are_refused_another_target(string type, string target, string problem) =>
        Assert.StartsWith(problem, Found(Plain with { Type = type, Dst = target }), StringComparison.Ordinal);

    [Theory]
    [InlineData("delete", "url", "EDGE053 headers[\"r\"].action")]
    [InlineData("delete", "http.Host", "EDGE053 headers[\"r\"].action")]
    [InlineData("append", "backend", "EDGE061 headers[\"r\"].action")]
    public void Are_refused_an_action_the_target_cannot_stand(string action, string target, string problem) =>
        Assert.StartsWith(problem, Found(Plain with { Action = action, Dst = target, Src = "F_a" }), StringComparison.Ordinal);

    [Theory]
    [InlineData("request", "req.url.pth", "EDGE054 headers[\"r\"].src cannot be used, column 1")]
    [InlineData("request", "\"a\" beresp.status", "EDGE054 headers[\"r\"].src cannot be used, column 5")]
    [InlineData("cache", "resp.status", "EDGE054 headers[\"r\"].src cannot be used, column 1")]
    [InlineData("response", "obj.hits", "EDGE054 headers[\"r\"].src cannot be used, column 1")]
    [InlineData("request", "\"a", "EDGE054 headers[\"r\"].src cannot be used, column 1")]
    [InlineData("request", "table.lookup(none, \"a\")", "EDGE054 headers[\"r\"].src cannot be used, column 14")]
    [InlineData("request", "", "EDGE054 headers[\"r\"].src")]
    public void Tell_where_their_source_is_wrong(string type, string source, string problem) =>
        Assert.StartsWith(problem, Found(Plain with { Type = type, Src = source }), StringComparison.Ordinal);

    [Fact]
    public void Tell_what_is_wrong_with_a_pattern() => Assert.StartsWith(
        "EDGE055 headers[\"r\"].regex", Found(Plain with { Action = "regex", Regex = "(" }), StringComparison.Ordinal);

    [Fact]
    public void Assign_only_backends_that_are_there()
    {
        Assert.Empty(Found(Plain with { Dst = "backend", Src = " F_origin " }));
        Assert.StartsWith("EDGE056 headers[\"r\"].src is \"F_orgin\"", Found(Plain with { Dst = "backend", Src = "F_orgin" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("request", "none", null, null, "EDGE007 headers[\"r\"].requestCondition")]
    [InlineData("request", "cache", null, null, "EDGE030 headers[\"r\"].requestCondition")]
    [InlineData("request", "prefetch", null, null, "EDGE030 headers[\"r\"].requestCondition")]
    [InlineData("fetch", "prefetch", null, null, "")]
    [InlineData("request", null, "cache", null, "EDGE058 headers[\"r\"].cacheCondition")]
    [InlineData("cache", "request", "cache", null, "")]
    [InlineData("response", "request", null, "response", "")]
    [InlineData("response", null, null, "hits", "EDGE059 headers[\"r\"].responseCondition")]
    public void Follow_conditions_of_their_moment(string type, string? request, string? cache, string? response, string problem)
    {
        var found = Found(Plain with { Type = type, RequestCondition = request, CacheCondition = cache, ResponseCondition = response });
        Assert.StartsWith(problem, found, StringComparison.Ordinal);
        Assert.Equal(problem.Length == 0, found.Length == 0);
    }

    [Fact]
    public void Refuse_an_answer_that_cannot_be_sent()
    {
        var version = Samples.Version(Samples.Backend()) with { Conditions = Known };
        var answer = new ResponseObject { Name = "a", Status = 900, RequestCondition = "request" };
        Assert.Contains(VersionRules.Check(version with { ResponseObjects = [answer] }), problem => problem.Code == "EDGE060");
        Assert.DoesNotContain(VersionRules.Check(version with { ResponseObjects = [answer with { Status = 599 }] }), problem => problem.Code == "EDGE060");
    }

    [Fact]
    public void Make_equal_configurations_of_equal_versions()
    {
        var version = Samples.Version(Samples.Backend()) with { Headers = [Plain], Conditions = Known };
        Assert.Equal(Compiler.Compile(version), Compiler.Compile(version));
        Assert.NotEqual(Compiler.Compile(version), Compiler.Compile(version with { Headers = [Plain with { Src = "\"b\"" }] }));
    }

    private static ValueList<Condition> Known =>
    [
        .. new[] { ("request", "REQUEST", "req.url"), ("prefetch", "PREFETCH", "bereq.url"), ("cache", "CACHE", "beresp.status == 200"),
            ("response", "RESPONSE", "resp.status == 200"), ("hits", "RESPONSE", "obj.hits > 0") }
            .Select(one => new Condition { Name = one.Item1, Type = one.Item2, Statement = one.Item3 }),
    ];

    private static string Found(Header header) => string.Join('\n', VersionRules.Check(
            Samples.Version(Samples.Backend()) with { Headers = [header], Conditions = Known })
        .Where(problem => problem.Path.StartsWith("headers", StringComparison.Ordinal)));
}
