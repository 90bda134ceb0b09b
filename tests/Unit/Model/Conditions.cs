using EdgeInfra.Model;

namespace Unit.Model;

public sealed class Conditions
{
    private static readonly Request Sample = new(
        "/api/v1/a.jpg?x=1&y=%20", "GET", "192.0.2.7",
        new(StringComparer.OrdinalIgnoreCase) { ["X-Beta"] = "on", ["X-Empty"] = "" });

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("req.url == \"/api/v1/a.jpg?x=1&y=%2520\"", true)]
    [InlineData("req.url.path == \"/api/v1/a.jpg\"", true)]
    [InlineData("req.url.qs == {\"x=1&y=%20\"}", true)]
    [InlineData("req.url.path ~ \"^/api/\"", true)]
    [InlineData("req.url.path ~ \"(?i)\\.JPG$\"", true)]
    [InlineData("req.url.path ~ \"\\.JPG$\"", false)]
    [InlineData("req.url.path ~ \"^/(?!api)\"", false)]
    [InlineData("req.url !~ \"^/other\"", true)]
    [InlineData("req.method == \"GET\"", true)]
    [InlineData("req.request != \"GET\"", false)]
    [InlineData("client.ip == \"192.0.2.7\"", true)]
    [InlineData("client.ip != \"192.0.2.8\"", true)]
    [InlineData("req.http.x-beta", true)]
    [InlineData("req.http.X-Empty", true)]
    [InlineData("req.http.X-None", false)]
    [InlineData("!req.http.X-None", true)]
    [InlineData("req.http.X-None == \"\"", false)]
    [InlineData("req.http.X-None != \"a\"", true)]
    [InlineData("req.http.X-None ~ \"^$\"", true)]
    [InlineData("req.http.X-Beta == \"%6fn\"", true)]
    [InlineData("req.http.X-Beta == \"%u006f%u{6e}\"", true)]
    [InlineData("req.http.X-Beta == {\"%6fn\"}", false)]
    [InlineData("true || false && false", true)]
    [InlineData("(true || false) && false", false)]
    [InlineData("!(true && false)", true)]
    [InlineData("!!true", true)]
    [InlineData("!(req.method == \"PUT\") && !req.http.X-None", true)]
    [InlineData("req.method == \"GET\"\n  && req.http.X-Beta == \"on\"", true)]
    [InlineData("\"on\" == req.http.X-Beta", true)]
    public void Hold_or_do_not(string statement, bool holds)
    {
        var parsed = ConditionParser.Parse(statement);
        Assert.True(parsed.Ok, parsed.Problem?.ToString());
        Assert.Equal(holds, parsed.Expression.Holds(Sample));
    }

    [Theory]
    [InlineData("", 1, "missing at the end")]
    [InlineData("req.ulr ~ \"a\"", 1, "Did you mean \"req.url\"?")]
    [InlineData("beresp.status == 200", 1, "beresp.status is not there when a request comes in")]
    [InlineData("req.url = \"a\"", 9, "write ==")]
    [InlineData("req.url == 'a'", 12, "double quotes")]
    [InlineData("req.url == \"a", 12, "no closing")]
    [InlineData("req.url == {\"a", 12, "no closing")]
    [InlineData("req.url ~ \"(\"", 11, "not a regular expression")]
    [InlineData("req.url ~ req.method", 11, "in quotes")]
    [InlineData("req.url ==", 11, "missing at the end")]
    [InlineData("(true", 1, "never closed")]
    [InlineData("true)", 5, "closes nothing")]
    [InlineData("true false", 6, "&& or ||")]
    [InlineData("true & false", 6, "write &&")]
    [InlineData("true &&", 8, "missing at the end")]
    [InlineData("!req.url ~ \"a\"", 1, "parentheses")]
    [InlineData("true == true", 6, "should have ended")]
    [InlineData("req.url == true", 12, "cannot be compared")]
    [InlineData("client.ip ~ internal", 13, "ACL")]
    [InlineData("client.ip", 1, "compare it")]
    [InlineData("client.ip == \"here\"", 14, "not an IP address")]
    [InlineData("req.http. ~ \"b\"", 1, "req.http. is not supported")]
    [InlineData("req.url \"b\"", 1, "neither true nor false")]
    [InlineData("req.url == \"%00\"", 12, "%00")]
    [InlineData("req.http.A > 1", 1, "compares numbers")]
    [InlineData("obj.hits > 0", 1, "is not there")]
    public void Are_refused_with_the_column(string statement, int column, string message)
    {
        var parsed = ConditionParser.Parse(statement);
        Assert.False(parsed.Ok);
        Assert.Contains(message, parsed.Problem.Message, StringComparison.Ordinal);
        Assert.Equal(column, parsed.Problem.Column);
    }

    [Fact]
    public void Are_refused_rather_than_exhaust_the_stack()
    {
        Assert.False(ConditionParser.Parse(new string('(', 10_000) + "true" + new string(')', 10_000)).Ok);
        Assert.False(ConditionParser.Parse(new string('!', 10_000) + "true").Ok);
        Assert.False(ConditionParser.Parse("true" + string.Concat(Enumerable.Repeat("||true", 100_000))).Ok);
        var wide = ConditionParser.Parse("false" + string.Concat(Enumerable.Repeat("||false", 2_000)));
        Assert.False(wide.Expression!.Holds(Sample));
    }

    [Fact]
    public void Are_equal_when_their_texts_are()
    {
        Assert.Equal(ConditionParser.Parse("true").Expression, ConditionParser.Parse("true").Expression);
        Assert.NotEqual(ConditionParser.Parse("true").Expression, ConditionParser.Parse("false").Expression);
    }

    [Fact]
    public void Allocate_nothing_when_asked()
    {
        var expression = ConditionParser.Parse("req.url.path == \"/\" || req.url.qs == \"a\" || req.http.X-Beta == \"off\" || !req.method").Expression!;
        expression.Holds(Sample);
        var before = GC.GetAllocatedBytesForCurrentThread();
        expression.Holds(Sample);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    internal sealed record Request(string Url, string Method, string ClientIp, Dictionary<string, string> Headers) : IRequestView
    {
        public string? Header(string name) => Headers.GetValueOrDefault(name);
    }
}
