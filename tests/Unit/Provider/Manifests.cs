using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider;

/// <summary>Check and Diff of a ServiceVersion: nothing here needs a control API.</summary>
public sealed class Manifests : IAsyncLifetime
{
    private ProviderUnderTest _provider = null!;

    public async Task InitializeAsync() => _provider = await ProviderUnderTest.Start();

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    [Fact]
    public async Task Are_settled_once_and_for_all_with_nested_objects_in_their_lists()
    {
        var healthcheck = Given.Healthcheck("alive");
        var once = await Checked(Given.Manifest("id", Given.Backend("api", ("healthcheck", healthcheck)), Given.Backend("web", ("healthcheck", "alive"), ("autoLoadbalance", true))));
        var twice = await Checked(once);

        Assert.Equal(once, twice);
        Assert.Equal(new V.Text("alive"), Item(once, "backends", 0)["healthcheck"]);
        Assert.Equal(new V.Number(500), Item(once, "healthchecks", 0)["timeout"]);
        Assert.Equal(new V.Text("always"), once["activate"]);
    }

    [Fact]
    public async Task Take_one_object_that_several_backends_bring_along_once()
    {
        var condition = Given.Condition("is-api");
        var inputs = await Checked(Given.Manifest("id",
            Given.Backend("a"), Given.Backend("b", ("requestCondition", condition)),
            Given.Backend("c", ("requestCondition", condition))));

        Assert.Single(((V.List)inputs["conditions"]).Items);
    }

    [Fact]
    public async Task Refuse_two_different_objects_of_one_name()
    {
        var failures = await Failures(Given.Manifest("id",
            Given.Backend("a", ("healthcheck", Given.Healthcheck("alive"))),
            Given.Backend("b", ("healthcheck", Given.Healthcheck("alive", ("timeout", 700))))));

        Assert.Contains("timeout", failures["backends[1].healthcheck"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tell_everything_by_index_in_the_path_and_by_name_in_the_text()
    {
        var failures = await Failures(Given.Map(
            ("serviceId", "id"),
            ("domains", Given.List("www.example.com", "not a host")),
            ("backends", Given.List(
                Given.Backend("api", ("healthcheck", "alife"), ("port", 70_000)), Given.Backend("Host 1"),
                Given.Backend("Host_1"), "api")),
            ("healthchecks", Given.List(Given.Healthcheck("alive", ("window", 2)))),
            ("conditions", Given.List(Given.Condition("is-api", "req.nothing"))),
            ("activate", "sometimes"), ("pin", 3.5), ("domain", "x")));

        Assert.Equal(
        [
            "activate", "backends[0].healthcheck", "backends[0].port", "backends[2]", "backends[3]", "conditions[0].statement",
            "domain", "domains[1]",
            "healthchecks[0].initial", "healthchecks[0].threshold", "pin",
        ], failures.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("backends[\"api\"].port is 70000", failures["backends[0].port"], StringComparison.Ordinal);
        Assert.StartsWith("backends[\"api\"].healthcheck names", failures["backends[0].healthcheck"], StringComparison.Ordinal);
        Assert.Contains("Did you mean \"alive\"?", failures["backends[0].healthcheck"], StringComparison.Ordinal);
        Assert.Contains("Did you mean \"domains\"?", failures["domain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Need_a_service_a_domain_and_a_backend()
    {
        var failures = await Failures(PropertyMap.Empty);

        Assert.Equal(["backends", "domains", "serviceId"], failures.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Put_up_with_whatever_is_not_known_yet()
    {
        var inputs = await Checked(Given.Map(
            ("serviceId", Given.Later),
            ("domains", Given.List(Given.Later)),
            ("backends", Given.List(Given.Later, Given.Backend("api", ("port", Given.Later), ("healthcheck", "alive"), ("requestCondition", Given.Later)))),
            ("healthchecks", Given.Later)));

        Assert.IsType<V.Unknown>(inputs["healthchecks"]);
        Assert.IsType<V.Unknown>(((V.List)inputs["backends"]).Items[0]);
        Assert.IsType<V.Unknown>(Item(inputs, "backends", 1)["useSsl"]);
        Assert.Equal(new V.Number(100), Item(inputs, "backends", 1)["weight"]);
    }

    [Fact]
    public async Task Log_what_is_allowed_but_odd()
    {
        await Checked(Given.Manifest("id", Given.Backend("a"), Given.Backend("b")));

        Assert.Contains("more than one default", Assert.Single(_provider.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_show_a_secret()
    {
        var answer = await _provider.Check("ServiceVersion", "live", Given.Manifest("id",
            Given.Backend("api", ("comment", new V.Secret("hush-hush")), ("overrideHost", new V.Secret("hush hush"))),
            Given.Backend(
                "web", ("requestCondition", Given.Condition("c").With("statement", new V.Secret("req.hushhush == \"x\""))))));

        Assert.Equal(2, answer.Failures.Count);
        Assert.DoesNotContain(answer.Failures, failure => failure.Reason.Contains("hush", StringComparison.Ordinal));
        Assert.Equal(new V.Secret("hush-hush"), Item(ValueCodec.FromStruct(answer.Inputs), "backends", 0)["comment"]);
    }

    [Fact]
    public async Task Do_not_differ_by_order_alone()
    {
        var olds = await Checked(
            Given.Manifest("id", Given.Backend("a", ("autoLoadbalance", true)), Given.Backend("b", ("autoLoadbalance", true))));
        var news = await Checked(
            Given.Manifest("id", Given.Backend("b", ("autoLoadbalance", true)), Given.Backend("a", ("autoLoadbalance", true))));

        Assert.Empty(await Changes(olds, news));
    }

    [Fact]
    public async Task Show_one_addition_in_front_of_fifty_others_as_one()
    {
        var fifty = Enumerable.Range(1, 50).Select(i => (V)Given.Backend($"b{i}", ("autoLoadbalance", true))).ToList();
        var olds = await Checked(Given.Manifest("id", fifty));
        var news = await Checked(Given.Manifest("id", fifty.Prepend(Given.Backend("first", ("autoLoadbalance", true)))));

        Assert.Equal(["backends[0] Add"], await Changes(olds, news));
        Assert.Equal(["backends[0] Delete"], await Changes(news, olds));
    }

    [Fact]
    public async Task Show_changes_within_an_item_at_its_new_place()
    {
        var olds = await Checked(
            Given.Manifest("id", Given.Backend("a", ("weight", 1)), Given.Backend("b"), Given.Backend("gone")));
        var news = await Checked(Given.Manifest("id", Given.Backend("b"), Given.Backend("a", ("weight", 2)), Given.Backend("new")).With("domains", Given.List("example.com")));

        Assert.Equal(["backends[1].weight Update", "backends[2] Update", "domains[0] Update"], await Changes(olds, news));
    }

    [Fact]
    public async Task Show_unknown_items_as_updates_and_guess_no_removal()
    {
        var olds = await Checked(Given.Manifest("id", Given.Backend("a"), Given.Backend("b")));
        var news = await Checked(Given.Manifest("id", Given.Backend("a"), Given.Later));

        Assert.Equal(["backends[1] Update"], await Changes(olds, news));
    }

    [Fact]
    public async Task Expect_unknown_backends_to_bring_what_they_refer_to()
    {
        var olds = await Checked(Given.Manifest("id", Given.Backend("a", ("healthcheck", Given.Healthcheck("alive")))));
        var news = await Checked(Given.Manifest("id", Given.Later));

        Assert.Equal(["backends[0] Update"], await Changes(olds, news));
        Assert.IsType<V.Unknown>(
            (await _provider.Update("ServiceVersion", "live", "id", olds, olds, news, preview: true))["healthchecks"]);
    }

    [Fact]
    public async Task Are_replaced_by_another_service_the_old_one_letting_go_of_its_domains_first()
    {
        var olds = await Checked(Given.Manifest("id", Given.Backend("a")));
        foreach (var other in new[] { "other", Given.Later })
        {
            var answer = await _provider.Diff("ServiceVersion", "live", olds, olds.With("serviceId", other));

            Assert.Equal(["serviceId"], answer.Replaces);
            Assert.Equal(PropertyDiff.Types.Kind.UpdateReplace, answer.DetailedDiff["serviceId"].Kind);
            Assert.Empty(answer.Stables);
            Assert.True(answer.DeleteBeforeReplace);
        }
    }

    [Fact]
    public async Task Differ_when_someone_took_the_version_off_the_air()
    {
        var inputs = await Checked(Given.Manifest("id", Given.Backend("a")));

        Assert.Equal(["active Update"], await Changes(inputs, inputs, inputs.With("active", false)));
        Assert.Empty(
            await Changes(inputs.With("activate", "never"), inputs.With("activate", "never"), inputs.With("active", false)));
    }

    private static PropertyMap Item(PropertyMap inputs, string list, int index) =>
        ((V.Map)((V.List)inputs[list]).Items[index]).Items;

    private Task<PropertyMap> Checked(PropertyMap news) => _provider.Checked("ServiceVersion", "live", news);

    private Task<IReadOnlyList<string>> Changes(PropertyMap olds, PropertyMap news, PropertyMap? state = null) =>
        _provider.Changes("ServiceVersion", "live", olds, news, state);

    private async Task<Dictionary<string, string>> Failures(PropertyMap news) =>
        (await _provider.Check("ServiceVersion", "live", news)).Failures.ToDictionary(
            failure => failure.Property, failure => failure.Reason);
}
