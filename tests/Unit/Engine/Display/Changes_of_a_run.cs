using EdgeInfra.Engine.Display;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using Kind = EdgeInfra.Protocol.Rpc.PropertyDiff.Types.Kind;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.Display;

public sealed class Changes_of_a_run
{
    [Fact]
    public void Name_exactly_the_field_that_changes_and_not_what_follows_from_it()
    {
        var run = new Run()
            .Step(Operation.Same, Run.State(Run.Stack, PropertyMap.Empty), Run.State(Run.Stack, PropertyMap.Empty))
            .Step(
                Operation.Update,
                Run.State(Run.Urn("Version", "live"), Version(100), Version(100).With("number", 3).With("fingerprint", "a")),
                Run.State(Run.Urn("Version", "live"), Version(50), Version(50).With("number", 4).With("fingerprint", V.Unknown.Instance)),
                ("backends[1].weight", Kind.Update))
            .Step(
                Operation.Update,
                Run.State(
                    Run.Urn("Backend", "api"), Backend("api", 100), Backend("api", 100).With("definition", Backend("api", 100))),
                Run.State(
                    Run.Urn("Backend", "api"), Backend("api", 50), Backend("api", 50).With("definition", Backend("api", 50))),
                ("weight", Kind.Update));

        Assert.Equal(
            """
            ~ edge:index:Backend api
                weight: 100 => 50
            ~ edge:index:Version live
                backends["api"].weight: 100 => 50
            """,
            Run.Text(ChangeReport.Of(run.End())));
    }

    [Fact]
    public void Call_items_of_lists_by_name_whatever_their_places()
    {
        var old = PropertyMap.Of(("backends", new V.List(Backend("a", 1), Backend("b", 2), Backend("c", 3))));
        var value = PropertyMap.Of(("backends", new V.List(Backend("d", 4), Backend("c", 30), Backend("b", 2))));

        var run = new Run().Update(
            Run.Urn("Version", "v"), old, value,
            ("backends[0]", Kind.Delete), ("backends[1].weight", Kind.Update), ("backends[\"d\"]", Kind.Add));

        Assert.Equal(
            """
            ~ edge:index:Version v
                - backends["a"]: { name: "a", weight: 1 }
                backends["c"].weight: 3 => 30
                + backends["d"]: { name: "d", weight: 4 }
            """,
            Run.Text(ChangeReport.Of(run.End())));
    }

    [Fact]
    public void Are_found_by_comparing_when_the_provider_does_not_say()
    {
        var old = PropertyMap.Of(("backends", new V.List(Backend("a", 1), Backend("b", 2))), ("tags", new V.List("x", "y")), ("gone", "g"), ("same", 1));
        var value = PropertyMap.Of(("backends", new V.List(Backend("b", 3), Backend("c", 2))), ("tags", new V.List("x", "z")), ("new", true), ("same", 1));

        var run = new Run().Update(Run.Urn("Version", "v"), old, value);

        Assert.Equal(
            """
            ~ edge:index:Version v
                - backends["a"]: { name: "a", weight: 1 }
                backends["b"].weight: 2 => 3
                + backends["c"]: { name: "c", weight: 2 }
                - gone: "g"
                + new: true
                tags[1]: "y" => "z"
            """,
            Run.Text(ChangeReport.Of(run.End())));
    }

    [Fact]
    public void Narrow_a_reported_object_to_its_parts_and_show_texts_line_by_line()
    {
        var old = PropertyMap.Of(("environment", PropertyMap.Of(("A", "1"), ("B.C", "1"))), ("script", "one\ntwo\nthree"));
        var value = PropertyMap.Of(("environment", PropertyMap.Of(("A", "1"), ("B.C", "2"))), ("script", "one\n2\nthree"));

        var run = new Run().Update(
            Run.Urn("Command", "c"), old, value, ("environment", Kind.Update), ("script", Kind.UpdateReplace));

        Assert.Equal(
            """
            ~ edge:index:Command c
                environment["B.C"]: "1" => "2"
                script: (replaces)
                  - two
                  + 2
            """,
            Run.Text(ChangeReport.Of(run.End())));
    }

    [Fact]
    public void Never_show_secrets_and_say_what_is_not_known_yet()
    {
        var old = PropertyMap.Of(
            ("key", new V.Secret("hunter2")), ("url", "http://a"), ("list", new V.Secret(new V.List(Backend("a", 1)))));
        var value = PropertyMap.Of(
            ("key", new V.Secret("hunter3")), ("url", V.Unknown.Instance), ("list", new V.Secret(new V.List(Backend("a", 2)))));

        var run = new Run().Update(
            Run.Urn("Backend", "b"), old, value, ("key", Kind.Update), ("list[0].weight", Kind.Update), ("url", Kind.Update));

        Assert.Equal(
            """
            ~ edge:index:Backend b
                key: [secret] => [secret]
                list["a"].weight: [secret] => [secret]
                url: "http://a" => [known after apply]
            """,
            Run.Text(ChangeReport.Of(run.End())));
    }

    [Fact]
    public void Show_a_replacement_once_and_a_creation_with_what_is_set()
    {
        var (old, value) = (Run.State(Run.Urn("Service", "s"), PropertyMap.Of(("name", "a"))), Run.State(
            Run.Urn("Service", "s"), PropertyMap.Of(("name", "b"))));
        var run = new Run()
            .Create(Run.Urn("Backend", "b"), ("weight", 0), ("comment", ""), ("port", V.None), ("tls", false), ("items", new V.List(Backend("x", 1))))
            .Step(Operation.CreateReplacement, old, value, ("name", Kind.UpdateReplace))
            .Step(Operation.Replace, old, value, ("name", Kind.UpdateReplace))
            .Step(Operation.DeleteReplaced, old, null)
            .Step(Operation.Delete, Run.State(Run.Urn("Backend", "z"), PropertyMap.Of(("weight", 1))), null);

        Assert.Equal(
            """
            + edge:index:Backend b
                items["x"]: { name: "x", weight: 1 }
                tls: false
                weight: 0
            - edge:index:Backend z
            +- edge:index:Service s
                name: "a" => "b" (replaces)
            """,
            Run.Text(ChangeReport.Of(run.End())));
    }

    [Fact]
    public void Of_a_refresh_are_what_has_drifted()
    {
        // Each resource begins as a refresh and ends as what it turned out to be.
        var state = Run.State(Run.Urn("Service", "s"), PropertyMap.Of(("name", "a")));
        var drifted = state with { Urn = Run.Urn("Service", "t"), Outputs = PropertyMap.Of(("name", "b")) };
        var run = new Run()
            .Begin(Operation.Refresh, state).Begin(Operation.Refresh, drifted)
            .Step(Operation.Same, state, state)
            .Step(Operation.Update, drifted with { Outputs = drifted.Inputs }, drifted);

        Assert.Equal(
            """
            ~ edge:index:Service t
                name: "a" => "b"
            """,
            Run.Text(ChangeReport.Of(run.End())));
        Assert.All(run.Record.Resources, resource => Assert.Equal(StepProgress.Done, resource.Progress));
    }

    private static PropertyMap Backend(string name, double weight) => PropertyMap.Of(("name", name), ("weight", weight));

    private static PropertyMap Version(double weight) =>
        PropertyMap.Of(("serviceId", "s"), ("backends", new V.List(Backend("site", 1), Backend("api", weight))));
}
