using EdgeInfra.Model.Vcl;

namespace Unit.Model.Vcl;

public sealed class Texts
{
    /// <summary>What each expression yields, as a text; null for not set.</summary>
    public static TheoryData<string, string?> Results => new()
    {
        { "\"a\" \"b\" + {\"c\"}", "abc" },
        { "{xyz\"a\"}b\"xyz}", "a\"}b" },
        { "req.method \"-\" req.http.X-None req.http.Host", "GET-www.example.com" },
        { "req.http.X-None", null },
        { "req.url.path \" \" req.url.qs \" \" req.url.basename \" \" req.url.dirname \" \" req.url.ext", "/a/b/c.jpg x=1&y=%20&x=2 c.jpg /a/b jpg" },
        { "req.http.Cookie:session", "s%20x" },
        { "req.http.Cookie:b", "" },
        { "req.http.Cookie:Session", null },
        { "req.http.Cache-Control:max-age", "60" },
        { "req.http.Cache-Control:q", "a,b" },
        { "subfield(req.http.Cookie, \"a\", \";\")", "1" },
        { "client.ip", "192.0.2.7" },
        { "server.ip", "2001:db8::1" },
        { "req.is_ssl", "1" },
        { "client.port \"/\" client.requests \"/\" req.restarts \"/\" req.vcl.version", "4711/3/1/7" },
        { "req.proto \" \" req.protocol \" \" server.identity", "HTTP/2 https edge-1-LCY" },
        { "time.elapsed", "2.500" },
        { "now", "Thu, 05 Mar 2026 14:07:09 GMT" },
        { "now.sec", "1772719629" },
        { "time.start.sec", "1772719626" },
        { "if(req.http.X-Beta == \"on\", \"yes\", \"no\")", "yes" },
        { "if(req.http.X-None, req.http.X-None, \"no\")", "no" },
        { "std.tolower(\"AbÇ\") std.toupper(\"ab\")", "abÇAB" },
        { "std.strlen(\"añ\")", "3" },
        { "std.strrev(\"abc\") std.strrep(\"ab\", 2)", "cbaabab" },
        { "std.strstr(\"abcabc\", \"ca\")", "cabc" },
        { "std.strstr(\"abc\", \"x\")", null },
        { "std.replace(\"aXbX\", \"X\", \"-\") std.replaceall(\"aXbX\", \"X\", \"-\")", "a-bXa-b-" },
        { "std.replace_prefix(\"aba\", \"a\", \"x\") std.replace_suffix(\"aba\", \"a\", \"x\")", "xbaabx" },
        { "std.basename(\"/a/b/\") \" \" std.dirname(\"/a/b\") \" \" std.dirname(\"/a\") \" \" std.dirname(\"a\")", "b /a / ." },
        { "std.atoi(\" 42x\")", "42" },
        { "std.atoi(\"99999999999999999999\")", "9223372036854775807" },
        { "std.strtol(\"-0xFf\", 16)", "-255" },
        { "std.atof(\"1.5e1s\")", "15.000" },
        { "std.itoa(255, 16) std.itoa(-7)", "ff-7" },
        { "std.ip(\"nonsense\", \"192.0.2.1\")", "192.0.2.1" },
        { "std.ip2str(client.ip)", "192.0.2.7" },
        { "regsub(\"/a/b\", \"^/([^/]+)/(.*)$\", \"\\2-\\1-\\0\\\\\")", "b-a-/a/b\\" },
        { "regsub(\"aaa\", \"a\", \"b\") regsuball(\"aaa\", \"a\", \"b\")", "baabbb" },
        { "substr(\"abcdef\", 2) substr(\"abcdef\", 1, 2) substr(\"abcdef\", -2) substr(\"abcdef\", 1, -1)", "cdefbcefbcde" },
        { "substr(\"abc\", 4)", null },
        { "urlencode(\"a b/ü?\") urldecode(\"%41+%2f\")", "a%20b%2F%C3%BC%3FA+/" },
        { "querystring.get(req.url, \"x\")", "1" },
        { "querystring.get(req.url, \"none\")", null },
        { "querystring.set(req.url, \"x\", \"9\")", "/a/b/c.jpg?x=9&y=%20" },
        { "querystring.set(\"/\", \"x\", \"9\")", "/?x=9" },
        { "querystring.add(\"/?a=1\", \"a\", \"2\")", "/?a=1&a=2" },
        { "querystring.remove(req.url)", "/a/b/c.jpg" },
        { "querystring.clean(\"/?&a&=b&\")", "/?a" },
        { "querystring.sort(\"/?b=1&a=2&a=1\")", "/?a=1&a=2&b=1" },
        { "querystring.filter(\"/?b=1&a=2&c=1\", \"a\" querystring.filtersep() \"b\")", "/?c=1" },
        { "querystring.filter_except(\"/?b=1&a=2&c=1\", \"a\")", "/?a=2" },
        { "querystring.regfilter(\"/?utm_a=1&b=2\", \"^utm_\")", "/?b=2" },
        { "digest.hash_md5(\"abc\")", "900150983cd24fb0d6963f7d28e17f72" },
        { "digest.hash_sha1(\"abc\")", "a9993e364706816aba3e25717850c26c9cd0d89d" },
        { "digest.hash_sha256(\"abc\")", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
        { "digest.hmac_md5(\"Jefe\", \"what do ya want for nothing?\")", "0x750c783e6ab0b503eaa86e310a5db738" },
        { "digest.hmac_sha1(\"Jefe\", \"what do ya want for nothing?\")", "0xeffcdf6ae5eb2fa2d27416d5f184df9c259a7c79" },
        { "digest.hmac_sha256_base64(\"key\", \"The quick brown fox jumps over the lazy dog\")", "97yD9DBThCSxMpjmqm+xQ+9NWaFJRhdZl0edvC0aPNg=" },
        { "digest.base64(\"~~?\") digest.base64url(\"~~?>\") digest.base64url_nopad(\"~~?>\")", "fn4/fn4_Pg==fn4_Pg" },
        { "digest.base64_decode(\"aGk=\") digest.base64url_nopad_decode(\"fn4_Pg\") digest.base64_decode(\"a\")", "hi~~?>" },
        { "strftime({\"%Y-%m-%dT%H:%M:%SZ %j %a %b %e %I%p %s %%\"}, now)", "2026-03-05T14:07:09Z 064 Thu Mar  5 02PM 1772719629 %" },
        { "time.add(now, 1h)", "Thu, 05 Mar 2026 15:07:09 GMT" },
        { "time.sub(now, 1.5d)", "Wed, 04 Mar 2026 02:07:09 GMT" },
        { "std.time(\"Thu, 01 Jan 1970 00:00:09 GMT\", now)", "Thu, 01 Jan 1970 00:00:09 GMT" },
        { "std.integer2time(9)", "Thu, 01 Jan 1970 00:00:09 GMT" },
        { "table.lookup(routes, \"/a\")", "alpha" },
        { "table.lookup(routes, \"/b\")", null },
        { "table.lookup(routes, \"/b\", \"beta\")", "beta" },
        { "randomint(5, 5)", "5" },
        { "if(req.url ~ \"^/([a-z])/([a-z])\", re.group.2 re.group.1, \"none\")", "ba" },
        { "if(req.url ~ \"^/(?<first>[a-z])/(b)(x)?\", re.group.1 re.group.2, \"none\")", "ab" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void Are_what_the_expression_says(string expression, string? expected)
    {
        var compiled = VclCompiler.Text(expression, Sample.Environment());
        Assert.True(compiled.Ok, string.Join(Environment.NewLine, compiled.Problems));
        Assert.Equal(expected, compiled.Expression.Evaluate(Sample.Frame(new VclCaptures())));
    }

    [Fact]
    public void Follow_tables_whose_content_changes()
    {
        var table = new Sample.Table([]);
        var environment = Sample.Environment() with { Tables = new Dictionary<string, ITable> { ["t"] = table } };
        var expression = VclCompiler.Text("table.lookup(t, \"k\")", environment).Expression!;

        Assert.Null(expression.Evaluate(Sample.Frame()));
        table.Items["k"] = "v";
        Assert.Equal("v", expression.Evaluate(Sample.Frame()));
    }

    [Fact]
    public void Use_what_the_condition_before_them_has_matched()
    {
        var environment = Sample.Environment() with { KeepsCaptures = true };
        var frame = Sample.Frame(new VclCaptures());

        Assert.True(VclCompiler.Condition("req.url ~ \"/([^/]+)[.]jpg\"", environment).Expression!.Evaluate(frame));
        Assert.False(VclCompiler.Condition("req.url ~ \"(png)\"", environment).Expression!.Evaluate(frame));
        Assert.Equal("c", VclCompiler.Text("re.group.1", environment).Expression!.Evaluate(frame));
    }
}
