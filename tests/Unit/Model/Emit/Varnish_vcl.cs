using EdgeInfra.Model;

namespace Unit.Model.Emit;

public sealed class Varnish_vcl
{
    [Fact]
    public void Chooses_as_the_edge_does() => Golden.Is("varnish", VarnishVcl.Of(Shop).Text);

    [Fact]
    public void Never_sends_in_plain_text_what_should_be_encrypted()
    {
        var vcl = VarnishVcl.Of(Samples.Version(Samples.Backend() with { Port = 443 }));

        Assert.Contains("backend F_origin none;", vcl.Text, StringComparison.Ordinal);
        Assert.Equal("EDGE201 backends[\"origin\"].useSsl", Codes(vcl).Single());
        Assert.Contains("# Error: EDGE201", vcl.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_no_director_where_all_its_members_need_TLS()
    {
        var secure = Samples.Backend() with { Port = 443, AutoLoadbalance = true };

        var vcl = VarnishVcl.Of(Samples.Version(secure, secure with { Name = "other" })).Text;

        Assert.DoesNotContain("autodirector_", vcl, StringComparison.Ordinal);
        Assert.Contains("set req.backend_hint = F_origin;", vcl, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_Varnish_does_otherwise()
    {
        var version = Samples.Version(
            Samples.Backend() with { MaxUse = 3, RequestCondition = "odd" },
            Samples.Backend("other") with { Address = "192.0.2.1", RequestCondition = "gone", Shield = "iad-va-us" });

        var vcl = VarnishVcl.Of(version with
        {
            Conditions = [Samples.Condition("odd", "urlencode(req.url) == \"x\"")],
            Healthchecks = [Samples.Healthcheck() with { Window = 100 }],
        });

        Assert.Equal(
            [
                "EDGE203 conditions[\"odd\"].statement", "EDGE206 backends[\"other\"].requestCondition",
                "EDGE204 backends[\"origin\"].address", "EDGE202 backends[\"origin\"]", "EDGE207 backends[\"other\"].shield",
                "EDGE205 healthchecks[\"alive\"].window",
            ],
            Codes(vcl));
    }

    [Theory]
    [InlineData("req.url.path ~ \"^/api/\"", "(regsub(req.url, \"\\?.*$\", \"\") ~ \"^/api/\")")]
    [InlineData("req.http.A == \"\"", "(req.http.A && req.http.A == \"\")")]
    [InlineData("req.http.A != req.http.B", "!(req.http.A && req.http.B && req.http.A == req.http.B)")]
    [InlineData("!req.http.A || (true && req.request == \"%47ET\")", "!req.http.A || ((true) && (req.method == \"GET\"))")]
    [InlineData("client.ip ~ office", "(client.ip ~ acl_office)")]
    [InlineData("std.tolower(req.http.A) == \"x\"", "(std.tolower(req.http.A) == \"x\")")]
    [InlineData("if(req.http.A, req.http.A, \"none\") ~ \"x\"", "(((req.http.A) && (req.http.A ~ \"x\")) || (!(req.http.A) && (\"none\" ~ \"x\")))")]
    [InlineData("table.contains(routes, req.url)", "(req.url == \"/a\")")]
    [InlineData("table.lookup(routes, req.url) == \"b\"",
        "(((req.url == \"/a\") && (\"\" + \"b\" == \"b\")) || (!(req.url == \"/a\") && ((false) && \"\" == \"b\")))")]
    [InlineData("client.ip != \"::1\"", "!(client.ip == std.ip(\"::1\", \"::1\"))")]
    [InlineData("req.url ~ {\"a\"b\"}", "(req.url ~ {\"a\"b\"})")]
    public void Translates_conditions(string statement, string translated)
    {
        var version = Samples.Version(Samples.Backend() with { RequestCondition = "c" });

        var vcl = VarnishVcl.Of(version with
        {
            Conditions = [Samples.Condition("c", statement)],
            Acls = [new Acl { Name = "office" }],
            Dictionaries = [new EdgeDictionary { Name = "routes" }],
        }, new([new("routes", [new() { ItemKey = "/a", ItemValue = "b" }])], []));

        Assert.Contains($"    if ({translated}) {{\n", vcl.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("table.lookup(t, \"x\") == \"y\"", "line 1, column 14: this version has no table \"t\"")]
    [InlineData("table.lookup(keys, \"x\") == \"y\"", "line 1, column 14: its items can only be written")]
    [InlineData("digest.hash_md5(req.url) == \"y\"", "line 1, column 1: digest.hash_md5 is not translated")]
    [InlineData("req.url == \"a\" ||\n beresp.ttl", "line 2, column 2: beresp.ttl is not translated")]
    [InlineData("client.ip ~ office", "line 1, column 13: this version has no ACL \"office\"")]
    [InlineData("req.url ~ req.http.X", "line 1, column 11: a regular expression")]
    [InlineData("req.url == \"x", "line 1, column 12: this text has no closing")]
    public void Says_where_a_condition_cannot_be_translated(string statement, string said)
    {
        var version = Samples.Version(Samples.Backend() with { RequestCondition = "c", Address = "192.0.2.1" });

        var vcl = VarnishVcl.Of(version with
        {
            Conditions = [Samples.Condition("c", statement)],
            Dictionaries = [new EdgeDictionary { Name = "keys", WriteOnly = true }],
        });

        Assert.Contains(said, vcl.Problems.Single().Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Codes(VarnishText vcl) => vcl.Problems.Select(problem => $"{problem.Code} {problem.Path}");

    private static ServiceVersion Shop => Samples.Version(
        Samples.Backend("stable") with { Address = "192.0.2.1", AutoLoadbalance = true, Weight = 80, OverrideHost = "shop.example.com" },
        Samples.Backend("canary") with { Address = "192.0.2.2", AutoLoadbalance = true, Weight = 20, Healthcheck = "alive" },
        Samples.Backend("api") with { Address = "2001:db8::1", RequestCondition = "is-api" },
        Samples.Backend("secure") with { Address = "192.0.2.4", Port = 443, RequestCondition = "is-secure" },
        Samples.Backend("spare") with { Address = "192.0.2.5" }) with
    {
        Domains = ["www.example.com", "*.example.org"],
        Healthchecks = [Samples.Healthcheck() with { Path = "/health?from=%25", Headers = ["X-Key: \"q\""] }],
        Conditions = [Samples.Condition("is-secure", "req.http.X-Secure", 20), Samples.Condition("is-api", priority: 10)],
    };
}
