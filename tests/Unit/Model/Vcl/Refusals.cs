using EdgeInfra.Model.Vcl;

namespace Unit.Model.Vcl;

public sealed class Refusals
{
    [Theory]
    [InlineData("req.is_sll", 1, "Did you mean \"req.is_ssl\"?")]
    [InlineData("beresp.status == 200", 1, "is not there when a request comes in (REQUEST): it can be read when an origin has answered (CACHE)")]
    [InlineData("resp.http.A", 1, "before the answer is delivered (RESPONSE)")]
    [InlineData("client.ip ~ ofice", 13, "no ACL \"ofice\". Did you mean \"office\"?")]
    [InlineData("req.url ~ office", 1, "std.ip")]
    [InlineData("table.lookup(rotes, \"a\")", 14, "Did you mean \"routes\"?")]
    [InlineData("table.lookup(\"routes\", \"a\")", 14, "name of a table")]
    [InlineData("std.tolwer(req.url) == \"a\"", 1, "Did you mean \"std.tolower\"?")]
    [InlineData("std.collect(req.http.A) == \"a\"", 1, "There are std.atof, std.atoi")]
    [InlineData("std.tolower() == \"a\"", 1, "std.tolower(STRING)")]
    [InlineData("substr(req.url, \"1\") == \"a\"", 17, "takes an INTEGER")]
    [InlineData("std.strlen(1) == 1", 12, "in quotes only")]
    [InlineData("req.restarts == \"1\"", 17, "both must be of one type")]
    [InlineData("req.restarts", 1, "compare it")]
    [InlineData("req.restarts == 1.0", 17, "an INTEGER")]
    [InlineData("req.url < 1", 1, "std.atoi")]
    [InlineData("\"a\"", 1, "neither true nor false")]
    [InlineData("req.url \"a\"", 1, "neither true nor false")]
    [InlineData("if(req.url, 1, \"a\") == 1", 16, "both must be of one type")]
    [InlineData("if(req.url, 1) == 1", 1, "a condition and two values")]
    [InlineData("std.strlen(req.url == 1", 24, "a , or a ) should be here")]
    [InlineData("req.restarts == 99999999999999999999", 17, "is no number")]
    [InlineData("req.restarts == 12x", 17, "is no number")]
    [InlineData("req.url == (\"a\")", 12, "parentheses hold conditions")]
    [InlineData("true &&\n  req.ulr", 3, "Did you mean \"req.url\"?")]
    [InlineData("req.http.Cookie: == \"a\"", 1, "is not supported")]
    [InlineData("req.url ~ \"a++\"", 11, "possessive")]
    [InlineData("req.url ~ \"(?R)\"", 11, "recursion")]
    [InlineData("req.url ~ \"(*UTF8)a\"", 11, "verbs")]
    [InlineData("req.url ~ \"\\Ka\"", 11, "\\K is not supported")]
    [InlineData("req.url ~ \"[[:word\"", 11, "not a regular expression")]
    [InlineData("req.url ~ \"[[:nothing:]]\"", 11, "no class [:nothing:]")]
    [InlineData("req.url ~ \"a\\\"", 11, "backslash at the end")]
    [InlineData("req.url == {abc\"x\"}", 12, "no closing \"abc}")]
    public void Say_where_and_how_to_mend(string expression, int column, string message)
    {
        var problem = Assert.Single(VclCompiler.Condition(expression, Sample.Environment()).Problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(column, problem.Column);
    }

    [Fact]
    public void Name_every_problem_at_once_and_its_line()
    {
        var problems = VclCompiler.Condition("req.ulr ~ \"(\"\n || std.nothing(client.pi) ~ \"a\" && !bereq.url\n || 1 < req.url", Sample.Environment()).Problems;
        Assert.Equal(["column 1", "column 11", "line 2, column 5", "line 2, column 38", "line 3, column 9"], problems.Select(problem => problem.Place));
    }

    [Fact]
    public void Concern_variables_the_runtime_does_not_know_yet()
    {
        var environment = Sample.Environment() with { Views = VclViews.Request };
        var problem = Assert.Single(VclCompiler.Condition("req.is_ssl", environment).Problems);
        Assert.Contains("not supported yet", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Leave_names_alone_when_no_version_is_there_to_ask()
    {
        var environment = Sample.Environment() with { Acls = null, Tables = null };
        Assert.True(VclCompiler.Condition("client.ip ~ any && table.contains(some, \"k\")", environment).Ok);
    }
}
