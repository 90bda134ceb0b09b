using EdgeInfra.Model;

namespace Unit.Model.Emit;

/// <summary>Everything of a version that is no backend, in Fastly's dialect.</summary>
public sealed class Fastly_rules
{
    [Fact]
    public void Have_their_places_in_the_generated_program() => Golden.Is("fastly-rules", FastlyVcl.Of(Everything));

    [Theory]
    [InlineData("set", "http.A", "\"x\" req.http.B", "set req.http.A = \"x\" req.http.B;")]
    [InlineData("append", "http.A", "\"x\"", "set req.http.A = if(req.http.A, req.http.A, \"\") \"x\";")]
    [InlineData("append", "http.Set-Cookie", "\"x\"", "add req.http.Set-Cookie = \"x\";")]
    [InlineData("delete", "http.Cookie:id", "", "unset req.http.Cookie:id;")]
    [InlineData("regex", "url", "", "set req.url = regsub(req.url, {\"a%20\"b\"}, \"\\1\");")]
    [InlineData("regex_repeat", "http.A", "now", "set req.http.A = regsuball(\"\" now, {\"a%20\"b\"}, \"\\1\");")]
    [InlineData("set", "backend", "Host 1", "set req.backend = F_Host_1;")]
    [InlineData("set", "backend", "F_Host_1", "set req.backend = F_Host_1;")]
    [InlineData("set", "backend", "my pool", "set req.backend = my_pool;")]
    public void Of_headers_come_out_as_one_statement(string action, string dst, string src, string statement) =>
        Assert.Contains($"    {statement}\n", Of(Rule with { Action = action, Dst = dst, Src = src }), StringComparison.Ordinal);

    [Theory]
    [InlineData("set", "http.A", "\"x\"; error 900", "its source is no expression, column 4")]
    [InlineData("set", "http.A", "req.http.A == \"x\"", "its source is a condition")]
    [InlineData("set", "http.A = \"\"; error 900; set req.http.B", "\"x\"", "cannot be changed here")]
    [InlineData("set", "backend", "F_other", "F_other is no backend or director of this version")]
    [InlineData("delete", "url", "", "url cannot be changed here")]
    [InlineData("set", "ttl", "5s", "ttl cannot be changed here")]
    public void Of_headers_that_cannot_be_said_leave_a_comment(string action, string dst, string src, string said)
    {
        var vcl = Of(Rule with { Action = action, Dst = dst, Src = src });

        Assert.Contains("# Not applied: ", vcl, StringComparison.Ordinal);
        Assert.Contains(said, vcl, StringComparison.Ordinal);
        Assert.DoesNotContain("\n    error 900", vcl, StringComparison.Ordinal);
    }

    [Fact]
    public void Wait_for_all_their_conditions_and_for_a_header_that_is_not_there()
    {
        var vcl = FastlyVcl.Of(Small with
        {
            Headers = [Rule with { Type = "response", IgnoreIfSet = true, RequestCondition = "is-api", ResponseCondition = "failed" }],
            Conditions = [Samples.Condition(), Samples.Condition("failed", "resp.status >= 500", 7) with { Type = "RESPONSE" }],
        });

        Assert.Contains("""
                # Header rewrite Rule : 100
                # Request Condition: is-api Prio: 100
                if( req.url ~ "^/api/" ) {
                    # Response Condition: failed Prio: 7
                    if( resp.status >= 500 ) {
                        if (!resp.http.A) {
                            set resp.http.A = "x";
                        }
                    }
                    #end condition
                }
                #end condition

            """, vcl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gone", "whose condition gone does not exist")]
    [InlineData("broken", "whose condition broken is no expression, column 5: ")]
    public void Without_a_condition_that_can_be_asked_are_not_applied(string condition, string said)
    {
        var vcl = FastlyVcl.Of(Small with
        {
            Headers = [Rule with { RequestCondition = condition }],
            Conditions = [Samples.Condition("broken", "true) { error 900; } if (true")],
        });

        Assert.Contains(said, vcl, StringComparison.Ordinal);
        Assert.DoesNotContain("set req.http.A", vcl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("set req.http.A = \"}\"; # }\n", true)]
    [InlineData("if (req.http.A) {", false)]
    [InlineData("} sub own {", false)]
    [InlineData("set req.http.A = {\"never closed;", false)]
    [InlineData("/* never closed", false)]
    public void Of_snippets_stay_as_they_are_unless_they_would_swallow_the_rest(string content, bool stays)
    {
        var vcl = FastlyVcl.Of(Small with { Snippets = [new() { Name = "own", Type = "recv", Content = content }] });

        Assert.Equal(stays, vcl.Contains("# Snippet own : 100\n" + content, StringComparison.Ordinal));
        Assert.Equal(stays, !vcl.Contains("# Left out: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_directors_need_members_and_a_name_of_their_own()
    {
        var vcl = FastlyVcl.Of(Small with
        {
            Directors =
            [
                new() { Name = "empty" }, new() { Name = "if", Backends = ["Host 1"] }, new() { Name = "F Host 1", Backends = ["Host 1"] },
                new() { Name = "9 lives", Backends = ["Host 1"] }, new() { Name = "good-one", Backends = ["Host 1", "gone", "Host 1"] },
            ],
        });

        Assert.Equal(4, vcl.Split("# Not declared: the director").Length - 1);
        Assert.Contains("director good_one random {\n    .quorum = 75%;\n    .retries = 5;\n    { .backend = F_Host_1; .weight = 100; }\n}\n",
            vcl, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_the_cache_key_are_a_list_of_values_or_nothing()
    {
        static string Of(string keys) => FastlyVcl.Of(Small with { RequestSettings = [new() { Name = "keyed", HashKeys = keys }] });

        Assert.Contains("set req.hash += req.url.path;\n    set req.hash += \"a,b\";\n", Of("req.url.path, {\"a,b\"}"), StringComparison.Ordinal);
        Assert.All(["req.url) || (true", "req.url; error 900", "", "req.url == \"x\""],
            keys => Assert.DoesNotContain("# Hash keys", Of(keys), StringComparison.Ordinal));
    }

    private static readonly ServiceVersion Small = Samples.Version(Samples.Backend("Host 1"));

    private static readonly Header Rule = new()
    {
        Name = "Rule", Type = "request", Action = "set", Dst = "http.A", Src = "\"x\"", Regex = "a%20\"b", Substitution = "\\1",
    };

    private static string Of(Header rule) =>
        FastlyVcl.Of(Small with { Headers = [rule], Directors = [new() { Name = "my pool", Backends = ["Host 1"] }] });

    /// <summary>One of each kind, and of each action and choice.</summary>
    private static ServiceVersion Everything => Samples.Version(
        Samples.Backend("one") with { AutoLoadbalance = true, Shield = "iad-va-us" },
        Samples.Backend("two") with { AutoLoadbalance = true, Shield = "iad-va-us", Address = "192.0.2.1" }) with
    {
        Conditions =
        [
            Samples.Condition(), Samples.Condition("missing", "beresp.status == 404", 5) with { Type = "CACHE" },
            Samples.Condition("failed", "resp.status >= 500", 7) with { Type = "RESPONSE" },
        ],
        Directors = [new() { Name = "by object", Type = 3, Backends = ["one", "two"] }, new() { Name = "by client", Type = 4, Backends = ["one"], Shield = "lhr" }],
        Headers =
        [
            Rule with { Name = "later", Priority = 200 }, Rule with { Name = "to origin", Type = "fetch", RequestCondition = "is-api" },
            Rule with { Name = "from origin", Type = "cache", Action = "regex", CacheCondition = "missing" },
            Rule with { Name = "to client", Type = "response", Action = "delete", ResponseCondition = "failed" },
            Rule with { Name = "pool", Dst = "backend", Src = "by object", Priority = 10 },
        ],
        RequestSettings =
        [
            new()
            {
                Name = "api", Action = "pass", ForceSsl = true, ForceMiss = true, BypassBusyWait = false, GeoHeaders = true, DefaultHost = "h",
                MaxStaleAge = 60, Xff = "append", HashKeys = "req.url.path", TimerSupport = true, RequestCondition = "is-api",
            },
            new() { Name = "all", Xff = "append_all" },
        ],
        ResponseObjects =
        [
            new() { Name = "sorry", Status = 503, Response = "Sorry", Content = "<p>\n\"50%\"</p>", ContentType = "text/html", CacheCondition = "missing" },
            new() { Name = "teapot", Status = 418, RequestCondition = "is-api" }, new() { Name = "idle" },
        ],
        CacheSettings = [new() { Name = "all", Ttl = 60 }, new() { Name = "lost", Action = "pass", StaleTtl = 5, CacheCondition = "missing" }],
        Gzips = [new() { Name = "text", ContentTypes = "text/html image/svg+xml", Extensions = "js css", CacheCondition = "missing" }],
        Snippets =
        [
            new() { Name = "second", Type = "recv", Content = "set req.http.Own = \"2\";", Priority = 20 },
            new() { Name = "first", Type = "recv", Content = "set req.http.Own = \"1\";", Priority = 10 },
            new() { Name = "own", Type = "init", Content = "sub own {\n}\n" }, new() { Name = "waits", Type = "deliver", Dynamic = true },
        ],
        Settings = new() { DefaultTtl = 5, DefaultHost = "www.example.com", StaleIfError = true, StaleIfErrorTtl = 9 },
    };
}
