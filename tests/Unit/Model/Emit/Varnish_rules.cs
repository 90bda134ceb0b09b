using EdgeInfra.Model;

namespace Unit.Model.Emit;

/// <summary>Everything of a version that is no backend, for open-source Varnish.</summary>
public sealed class Varnish_rules
{
    private static readonly Header Rule = new() { Name = "Rule", Type = "request", Action = "set", Dst = "http.A", Src = "\"x\"" };

    [Fact]
    public void Have_their_places_in_the_program() => Golden.Is("varnish-rules", VarnishVcl.Of(Everything, new(
        [], [new("office", [new() { Ip = "192.0.2.7", Subnet = 24 }, new() { Ip = "192.0.2.1", Subnet = 24, Negated = true }])])).Text);

    [Theory]
    [InlineData("http.Cookie:id", "\"x\"", "Varnish has no way to change http.Cookie:id there")]
    [InlineData("http.A", "digest.hash_md5(req.url)", "digest.hash_md5 is not translated")]
    [InlineData("http.A", "\"x\"; return (pass)", "its source, column 4")]
    [InlineData("backend", "gone", "gone is no backend or director that Varnish can reach")]
    public void Are_left_out_with_the_reason_when_Varnish_cannot_say_them(string dst, string src, string said)
    {
        var vcl = VarnishVcl.Of(Small with { Headers = [Rule with { Dst = dst, Src = src }] });

        var problem = vcl.Problems.Single();
        Assert.Equal(("EDGE209", "headers[\"Rule\"]"), (problem.Code, problem.Path));
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
        Assert.Contains("    # EDGE209: left out\n", vcl.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Declare_no_ACL_and_no_backend_that_only_a_rule_left_out_would_use()
    {
        var vcl = VarnishVcl.Of(Small with
        {
            Backends = [.. Small.Backends, Samples.Backend("other") with { Address = "192.0.2.2" }],
            Acls = [new() { Name = "office" }],
            Conditions = [Samples.Condition("c", "client.ip ~ office && urlencode(req.url) == \"x\"")],
            Headers = [Rule with { Dst = "backend", Src = "other", RequestCondition = "c" }],
        });

        Assert.Equal(["EDGE209"], vcl.Problems.Select(problem => problem.Code));
        Assert.DoesNotContain("acl_office", vcl.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("backend F_other", vcl.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tell_of_everything_that_works_otherwise()
    {
        var vcl = VarnishVcl.Of(Small with
        {
            Directors = [new() { Name = "pool", Backends = ["one"] }],
            Headers = [Rule with { Dst = "backend", Src = "pool" }],
            RequestSettings = [new() { Name = "all", ForceSsl = true, GeoHeaders = true, TimerSupport = true, HashKeys = "urlencode(req.url)" }],
            CacheSettings = [new() { Name = "again", Action = "restart" }],
            ResponseObjects = [new() { Name = "odd", Content = "\"} \"\"\"", RequestCondition = "c" }],
            Conditions = [Samples.Condition("c")],
            Snippets = [new() { Name = "own", Type = "recv", Content = "" }],
            Settings = new() { StaleIfError = true },
        });

        Assert.Equal(
            [
                "EDGE210 requestSettings[\"all\"].forceSsl", "EDGE210 requestSettings[\"all\"].geoHeaders",
                "EDGE210 requestSettings[\"all\"].timerSupport", "EDGE209 requestSettings[\"all\"]", "EDGE210 settings.staleIfError",
                "EDGE210 cacheSettings[\"again\"].action", "EDGE209 responseObjects[\"odd\"]", "EDGE208 directors[\"pool\"]",
                "EDGE211 snippets[\"own\"]",
            ],
            vcl.Problems.Select(problem => $"{problem.Code} {problem.Path}"));
    }

    private static readonly ServiceVersion Small = Samples.Version(Samples.Backend("one") with { Address = "192.0.2.1" });

    private static ServiceVersion Everything => Small with
    {
        Acls = [new() { Name = "office" }],
        Conditions =
        [
            Samples.Condition("inside", "client.ip ~ office"), Samples.Condition("missing", "beresp.status == 404") with { Type = "CACHE" },
            Samples.Condition("failed", "resp.status >= 500") with { Type = "RESPONSE" },
        ],
        Directors = [new() { Name = "by object", Type = 3, Backends = ["one"] }],
        Headers =
        [
            Rule with { Src = "if(req.http.B, req.http.B, \"none\") \"!\"", IgnoreIfSet = true, RequestCondition = "inside" },
            Rule with { Name = "copy", Src = "req.http.B" }, Rule with { Name = "to origin", Type = "fetch", Src = "req.url.path" },
            Rule with { Name = "from origin", Type = "cache", Action = "regex_repeat", Regex = "a\"", Substitution = "\\0", CacheCondition = "missing" },
            Rule with { Name = "to client", Type = "response", Action = "delete", ResponseCondition = "failed" },
            Rule with { Name = "status", Type = "response", Dst = "status", Src = "404" },
            Rule with { Name = "pool", Dst = "backend", Src = "by object" },
        ],
        RequestSettings = [new() { Name = "all", Action = "pass", ForceSsl = true, Xff = "leave", HashKeys = "req.url.path, \"a,b\"", MaxStaleAge = 5 }],
        ResponseObjects = [new() { Name = "sorry", Status = 503, Content = "a\n\"b\"", RequestCondition = "inside", CacheCondition = "missing" }],
        CacheSettings = [new() { Name = "lost", Ttl = 5, StaleTtl = 9, CacheCondition = "missing" }],
        Gzips = [new() { Name = "text", ContentTypes = "text/html", Extensions = "c++" }],
        Settings = new() { DefaultTtl = 7, DefaultHost = "www.example.com" },
    };
}
