using EdgeInfra.Model;

namespace Unit.Model;

/// <summary>What is told of directors, and of backends nobody can foresee the use of.</summary>
public sealed class Rules_of_choice
{
    private static readonly Director Group = new() { Name = "group", Backends = ["origin"] };

    [Fact]
    public void Find_members_that_are_missing()
    {
        Assert.Contains("Did you mean \"origin\"?", Message("EDGE070", With(Group with { Backends = ["orign"] })), StringComparison.Ordinal);
        Assert.Contains("is empty", Message("EDGE071", With(Group with { Backends = [] })), StringComparison.Ordinal);
    }

    [Fact]
    public void Find_a_director_that_no_name_leads_to()
    {
        Assert.Contains("directors[\"origin\"]", Message("EDGE072", With(Group with { Name = "origin" })), StringComparison.Ordinal);
        Assert.Contains("gets no requests", Message("EDGE170", With(Group)), StringComparison.Ordinal);
        var header = new Header { Name = "to-group", Action = "set", Type = "request", Dst = "backend", Src = "\"group\"" };
        Assert.DoesNotContain("EDGE170", Codes(With(Group) with { Headers = [header] }));
    }

    [Fact]
    public void Say_nothing_of_a_shield()
    {
        Assert.Equal(["EDGE170"], Codes(With(Group with { Shield = "iad-va-us" })));
    }

    [Fact]
    public void Tell_who_never_gets_a_request_behind_a_shared_condition()
    {
        var version = Conditioned(("a", "x"), ("b", "x"), ("c", "x")) with { Conditions = [Samples.Condition("x")] };

        Assert.Contains("\"c\" is used, and no request goes to \"a\", \"b\"", Message("EDGE171", version), StringComparison.Ordinal);
        Assert.Equal(["EDGE171"], Codes(version));
    }

    [Theory]
    [InlineData(10, 20, 0)]
    [InlineData(10, 10, 1)]
    public void Tell_of_conditions_of_one_priority_that_choose_backends(int one, int other, int told)
    {
        var version = Conditioned(("a", "x"), ("b", "y")) with
        {
            Conditions = [Samples.Condition("x", priority: one), Samples.Condition("y", priority: other), Samples.Condition("unused", priority: 10)],
        };

        var problems = VersionRules.Check(version);
        Assert.Equal(told, problems.Count);
        Assert.All(problems, problem => Assert.Contains("priority 10 that choose backends, \"x\", \"y\"", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Tell_of_a_weight_that_nothing_looks_at()
    {
        var heavy = Samples.Version(Samples.Backend() with { Weight = 7 });

        Assert.Contains("backends[\"origin\"].weight", Message("EDGE173", heavy), StringComparison.Ordinal);
        Assert.Empty(VersionRules.Check(heavy with { Backends = [heavy.Backends[0] with { AutoLoadbalance = true }] }));
        Assert.DoesNotContain("EDGE173", Codes(heavy with { Directors = [Group] }));
    }

    [Fact]
    public void Know_the_names_a_rule_may_send_requests_to() =>
        Assert.Equal(
            ["F_origin", "my group", "my_group", "origin"],
            ChoiceNames.Of(With(Group with { Name = "my group" })).Order(StringComparer.Ordinal));

    private static string Message(string code, ServiceVersion version) =>
        Assert.Single(VersionRules.Check(version), problem => problem.Code == code).ToString();

    private static IEnumerable<string> Codes(ServiceVersion version) => VersionRules.Check(version).Select(problem => problem.Code);

    private static ServiceVersion With(Director director) => Samples.Version(Samples.Backend()) with { Directors = [director] };

    private static ServiceVersion Conditioned(params (string Backend, string Condition)[] backends) => Samples.Version(
        [Samples.Backend(), .. backends.Select(one => Samples.Backend(one.Backend) with { RequestCondition = one.Condition })]);
}
