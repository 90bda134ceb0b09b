using System.Text.Json;
using EdgeInfra.Engine.Display;
using EdgeInfra.Engine.Execution;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using Kind = EdgeInfra.Protocol.Rpc.PropertyDiff.Types.Kind;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.Display;

public sealed class Outcome_of_a_run
{
    private static readonly PropertyMap OldOutputs = PropertyMap.Of(("url", "http://a"), ("version", 3), ("gone", 1));

    [Fact]
    public void Is_outputs_counts_and_every_problem()
    {
        var record = Sample();

        Assert.Equal(
            """
            Outputs:
              - gone: 1
              + key: [secret]
                url: "http://a"
              ~ version: 3 => 4

            Resources:
                + 1 to create
                ~ 1 to update
                2 changes. 1 unchanged

            Duration: 2s

            Diagnostics:
              edge:index:Backend api:
                error: property "port": must be between 1 and 65535
                error: the password [secret] is wrong:
                  try another
                warning: old
              deployment:
                error: no program

            """,
            Shown(
                OutcomeReport.Outputs(record, onlyChanged: false), OutcomeReport.Counts(record.Summary!, planned: true),
                OutcomeReport.Duration(record.Summary!), OutcomeReport.Problems(record)));
    }

    [Fact]
    public void Says_that_nothing_changed()
    {
        var same = Run.State(Run.Stack, PropertyMap.Empty);
        var record = new Run().Step(Operation.Same, same, same).End();

        Assert.Equal("Resources:\n    1 unchanged", Run.Text(OutcomeReport.Counts(record.Summary!, planned: true)));
        Assert.Empty(OutcomeReport.Outputs(record, onlyChanged: true));
        Assert.Empty(OutcomeReport.Problems(record));
    }

    [Fact]
    public void In_full_shows_identities_and_aligned_properties()
    {
        Assert.Equal(
            """
              pulumi:pulumi:Stack: (same)
                [urn=urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev]
                ~ edge:index:Backend: (update)
                    [id=id]
                    [urn=urn:pulumi:dev::shop::edge:index:Backend::api]
                  ~ header: (json) {
                      ~ a: 1 => 2
                    }
                  ~ key   : [secret] => [secret]
                  ~ tags  : [
                      ~ [1]: "y" => "z"
                      + [2]: "new"
                    ]
                + edge:index:Service: (create)
                    [id=id]
                    [urn=urn:pulumi:dev::shop::edge:index:Service::web]
                    comment: "main"
                    labels : {
                        a: [unknown]
                    }
            """,
            Run.Text(FullDiff.Of(Sample())));
    }

    [Fact]
    public void As_JSON_has_the_shape_of_the_Pulumi_command_line()
    {
        using var document = JsonDocument.Parse(RunJson.Preview(Sample(), new Dictionary<string, string> { ["shop:key"] = "[secret]" }));
        var root = document.RootElement;

        Assert.Equal(
            ["config", "steps", "diagnostics", "duration", "changeSummary", "maybeCorrupt"], root.EnumerateObject().Select(property => property.Name));
        var update = root.GetProperty("steps")[1];
        Assert.Equal("update", update.GetProperty("op").GetString());
        Assert.Equal("[secret]", update.GetProperty("newState").GetProperty("inputs").GetProperty("key").GetString());
        Assert.Equal("update", update.GetProperty("detailedDiff").GetProperty("tags[1]").GetProperty("kind").GetString());
        Assert.Equal(2_000_000_000, root.GetProperty("duration").GetInt64());
        Assert.Equal(1, root.GetProperty("changeSummary").GetProperty("create").GetInt32());
        Assert.DoesNotContain("hunter2", document.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void As_JSON_of_a_change_lists_its_resources()
    {
        using var document = JsonDocument.Parse(RunJson.Result(Sample(), succeeded: false));

        Assert.Equal("failed", document.RootElement.GetProperty("result").GetString());
        Assert.Equal(
            ["same pulumi:pulumi:Stack shop-dev", "update edge:index:Backend api", "create edge:index:Service web"],
            document.RootElement.GetProperty("resources").EnumerateArray().Select(resource =>
                $"{resource.GetProperty("op")} {resource.GetProperty("type")} {resource.GetProperty("name")}"));
    }

    [Fact]
    public async Task Is_preceded_by_plain_lines_while_it_goes_on()
    {
        var output = new StringWriter();
        var state = Run.State(Run.Urn("Backend", "api"), PropertyMap.Empty);
        var step = new StepReport { Operation = Operation.Create, Urn = state.Urn, Type = state.Type, New = state };
        await using (var progress = new PlainProgress(new Screen(output, output, isTerminal: false), quietSteps: false))
        {
            progress.Show(new EngineEvent.StepBegan(step));
            progress.Show(new EngineEvent.Diagnostic(state.Urn, Severity.Info, "10 %", Ephemeral: true));
            progress.Show(new EngineEvent.Diagnostic("", Severity.Info, "hello"));
            progress.Show(new EngineEvent.StepFailed(step));
            progress.Show(new EngineEvent.Diagnostic(state.Urn, Severity.Error, "no\nway"));
            progress.Show(new EngineEvent.Diagnostic(Run.Urn("Backend", "web"), Severity.Error, "unheard of"));
            progress.Show(new EngineEvent.Diagnostic(Run.Urn("Backend", "web"), Severity.Error, "and wrong"));
            progress.Show(new EngineEvent.StepEnded(step with { Operation = Operation.Same }));
        }

        Assert.Equal(
            """
            + edge:index:Backend api: creating
            hello
            + edge:index:Backend api: creating failed
            ! edge:index:Backend web: failed


            """,
            output.ToString());
    }

    [Theory]
    [InlineData("the key hunter22 is bad", "the key [secret]2 is bad")]
    [InlineData("line two of it", "[secret] of it")]
    [InlineData("abc", "abc")]
    public void Holds_no_known_secret(string text, string expected) =>
        Assert.Equal(expected, new Scrubber(["hunter2", "line one\nline two", "abc"]).Clean(text));

    private static RunRecord Sample() => new Run()
        .Create(Run.Urn("Service", "web"), ("comment", "main"), ("labels", PropertyMap.Of(("a", V.Unknown.Instance))))
        .Update(
            Run.Urn("Backend", "api"),
            PropertyMap.Of(("key", new V.Secret("hunter1")), ("tags", new V.List("x", "y")), ("header", """{"a":1,"b":2}""")),
            PropertyMap.Of(("key", new V.Secret("hunter2")), ("tags", new V.List("x", "z", "new")), ("header", """{"a":2,"b":2}""")),
            ("key", Kind.Update), ("tags[1]", Kind.Update), ("tags[2]", Kind.Add), ("header", Kind.Update))
        .Step(Operation.Same, Run.State(Run.Stack, PropertyMap.Empty, OldOutputs), Run.State(Run.Stack, PropertyMap.Empty, OldOutputs))
        .Outputs(("url", "http://a"), ("version", 4), ("key", new V.Secret("hunter2")))
        .Say("", Severity.Error, "no program")
        .Say(Run.Urn("Backend", "api"), Severity.Error, "property \"port\": must be between 1 and 65535")
        .Say(Run.Urn("Backend", "api"), Severity.Error, "the password hunter2 is wrong:\ntry another\n")
        .Say(Run.Urn("Backend", "api"), Severity.Warning, "old")
        .Say(Run.Urn("Backend", "api"), Severity.Info, "only said")
        .End();

    private static string Shown(params IEnumerable<IEnumerable<ReportLine>> sections)
    {
        var output = new StringWriter();
        new Screen(output, output, isTerminal: false).WriteSections(sections);
        return output.ToString()[..^1];
    }
}
