using EdgeInfra.Model;

namespace Unit.Model;

public sealed class Table_contents
{
    [Theory]
    [InlineData("table.lookup(routes, req.url.path) == \"api\"", "/a", true)]
    [InlineData("table.lookup(routes, req.url.path) == \"api\"", "/A", false)]
    [InlineData("table.lookup(routes, req.url.path, \"api\") == \"api\"", "/none", true)]
    [InlineData("table.lookup(routes, req.url.path)", "/none", false)]
    [InlineData("table.contains(routes, req.url.path)", "/empty", true)]
    [InlineData("table.contains(routes, req.url.path)", "/none", false)]
    [InlineData("table.contains(unfilled, req.url.path)", "/a", false)]
    [InlineData("client.ip ~ office", "/a", true)]
    [InlineData("client.ip !~ office", "/a", false)]
    [InlineData("client.ip ~ unfilled_list", "/a", false)]
    public void Decide_conditions(string statement, string url, bool holds)
    {
        var config = Compiler.Compile(Version(statement), Contents("api"));
        Assert.Equal(holds, config.Choice.For(new Asked(url))[0].Origin.Name == "api");
    }

    [Fact]
    public void Make_another_config_of_the_same_version_when_they_differ()
    {
        var version = Version("table.contains(routes, req.url)");
        var config = new EdgeConfig([Compiler.Compile(version, Contents("api"))]);
        Assert.Equal(config, new EdgeConfig([Compiler.Compile(version, Contents("api"))]));
        Assert.NotEqual(config, new EdgeConfig([Compiler.Compile(version, Contents("other"))]));
        Assert.NotEqual(config, new EdgeConfig([Compiler.Compile(version)]));
    }

    [Fact]
    public void Show_no_value_that_may_be_secret() =>
        Assert.DoesNotContain("hidden", $"{Compiler.Compile(Version("true"), Contents("hidden"))}", StringComparison.Ordinal);

    [Theory]
    [InlineData("table.contains(routs, req.url)", "no table \"routs\". Did you mean \"routes\"?")]
    [InlineData("client.ip ~ ofice", "no ACL \"ofice\". Did you mean \"office\"?")]
    [InlineData("client.ip ~ routes", "no ACL \"routes\". There are office, unfilled_list.")]
    public void Have_names_that_the_version_knows(string statement, string message)
    {
        var problem = Assert.Single(VersionRules.Check(Version(statement)), problem => problem.Severity == Severity.Error);
        Assert.Equal(("EDGE009", "conditions[\"c\"].statement"), (problem.Code, problem.Path));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RESPONSE", "client.ip ~ office", true)]
    [InlineData("RESPONSE", "client.ip ~ ofice", false)]
    [InlineData("REQUEST", "table.lookup(routes, req.url) == \"a\" && client.ip ~ office", true)]
    public void Are_known_to_conditions_of_every_type(string type, string statement, bool valid)
    {
        var version = Version("true");
        version = version with { Conditions = [.. version.Conditions, Samples.Condition("d", statement) with { Type = type }] };
        Assert.Equal(valid, VersionRules.Check(version).All(problem => problem.Severity != Severity.Error));
    }

    private static ServiceVersion Version(string statement) =>
        Samples.Version(Samples.Backend("site"), Samples.Backend("api") with { RequestCondition = "c" }) with
        {
            Conditions = [Samples.Condition("c", statement)],
            Dictionaries = [new EdgeDictionary { Name = "routes" }, new EdgeDictionary { Name = "unfilled" }],
            Acls = [new Acl { Name = "office" }, new Acl { Name = "unfilled_list" }],
        };

    private static VersionContents Contents(string value) => new(
        [new TableContent("routes", [new DictionaryItem { ItemKey = "/a", ItemValue = value }, new DictionaryItem { ItemKey = "/empty" }])],
        [new AclContent("office", [new AclEntry { Ip = "192.0.2.0", Subnet = 24 }])]);

    private sealed record Asked(string Url) : IRequestView
    {
        public string Method => "GET";

        public string ClientIp => "192.0.2.7";

        public string? Header(string name) => null;
    }
}
