using EdgeInfra.Model.Vcl;

namespace Unit.Model.Vcl;

public sealed class Truths
{
    [Theory]
    [InlineData("client.ip ~ office", true)]
    [InlineData("client.ip !~ office", false)]
    [InlineData("std.ip(\"192.0.2.8\", \"192.0.2.7\") ~ office", false)]
    [InlineData("\"192.0.2.7\" == client.ip", true)]
    [InlineData("client.ip ~ \"^192[.]\"", true)]
    [InlineData("server.ip == \"2001:DB8:0::1\"", true)]
    [InlineData("addr.is_ipv6(server.ip) && !req.is_ipv6", true)]
    [InlineData("table.contains(routes, \"none\") && !table.contains(routes, \"more\")", true)]
    [InlineData("table.lookup(routes, \"none\")", true)]
    [InlineData("req.is_ssl", true)]
    [InlineData("req.is_ssl == false", false)]
    [InlineData("fastly_info.is_h2 && !fastly_info.is_h3", true)]
    [InlineData("std.atoi(req.http.X-Number) == 12", true)]
    [InlineData("std.atoi(req.http.X-Number) >= 12 && std.atoi(req.http.X-Number) <= 12", true)]
    [InlineData("std.atoi(req.http.X-Number) < 12 || std.atoi(req.http.X-Number) > 12", false)]
    [InlineData("std.atof(\"1.5\") == 1.5 && std.atof(\"-1.5\") == -1.5", true)]
    [InlineData("time.elapsed > 2s && time.elapsed < 0.1m", true)]
    [InlineData("time.elapsed == 2500ms", true)]
    [InlineData("time.is_after(now, time.start)", true)]
    [InlineData("std.prefixof(req.url, \"/a\") && std.suffixof(req.url.path, \".jpg\")", true)]
    [InlineData("digest.secure_is_equal(req.http.X-Beta, \"on\")", true)]
    [InlineData("randombool(1, 1) && !randombool(0, 1)", true)]
    [InlineData("req.http.X-Beta == \"o\" \"n\"", true)]
    [InlineData("if(req.http.X-None, true, false)", false)]
    [InlineData("req.url ~ \"^/(.)/\" && re.group.1 == \"a\" && !re.group.2", true)]
    [InlineData("req.http.Host ~ \"^[[:alpha:].]+$\"", true)]
    [InlineData("req.http.Host ~ \"^\\w+\\.[^\\s]+\\.c\\x{6f}m\\z\"", true)]
    [InlineData("\"٣\" ~ \"^\\d$\"", false)]
    [InlineData("\"]-\" ~ \"^[]-]+$\"", true)]
    [InlineData("\"[\" ~ \"^[a[]$\"", true)]
    public void Hold_when_a_request_comes_in(string expression, bool expected) => Check(expression, VclScope.Recv, expected);

    [Theory]
    [InlineData("bereq.method == \"HEAD\" && bereq.url.path ~ \"^/origin\" && bereq.http.X-Beta != req.http.X-Beta", VclScope.Miss)]
    [InlineData("beresp.status >= 400 && beresp.status < 500 && beresp.ttl > 1m && beresp.cacheable", VclScope.Fetch)]
    [InlineData("beresp.http.Content-Type ~ \"^text/\" && beresp.http.Cache-Control:max-age == \"60\"", VclScope.Fetch)]
    [InlineData("resp.status == 404 && resp.response == \"Not Found\" && fastly_info.state ~ \"HIT\" && obj.hits > 0", VclScope.Deliver)]
    public void Hold_at_other_moments(string expression, VclScope scope) => Check(expression, scope, true);

    [Fact]
    public void End_in_time_whatever_the_pattern()
    {
        var evil = VclCompiler.Condition("req.http.X-Beta (req.url) ~ \"a\"", Sample.Environment());
        Assert.False(evil.Ok);
        var slow = VclCompiler.Condition($"\"{new string('a', 60)}!\" ~ \"^(?=(a+)+$)\"", Sample.Environment());
        Assert.False(slow.Expression!.Evaluate(Sample.Frame()));
        var kept = VclCompiler.Condition($"regsub(\"{new string('a', 60)}!\", \"^(?=(a+)+$)\", \"\") ~ \"!$\"", Sample.Environment());
        Assert.True(kept.Expression!.Evaluate(Sample.Frame()), "what takes too long stays as it is");
    }

    private static void Check(string expression, VclScope scope, bool expected)
    {
        var compiled = VclCompiler.Condition(expression, Sample.Environment(scope));
        Assert.True(compiled.Ok, string.Join(Environment.NewLine, compiled.Problems));
        Assert.Equal(expected, compiled.Expression.Evaluate(Sample.Frame(new VclCaptures())));
    }
}
