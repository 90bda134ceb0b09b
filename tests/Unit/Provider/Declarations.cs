using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Transport;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider;

public sealed class Declarations : IAsyncLifetime
{
    private ProviderUnderTest _provider = null!;

    public async Task InitializeAsync() => _provider = await ProviderUnderTest.Start();

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    [Fact]
    public async Task Are_called_after_their_resource_even_when_its_name_holds_colons() =>
        Assert.Equal(
            "eu::api", (await _provider.Checked("Backend", "eu::api", Given.Map(("address", "origin.example.com"))))["name"]);

    [Fact]
    public async Task Are_told_everything_that_is_wrong_at_once()
    {
        var answer = await _provider.Check("Backend", "api", Given.Map(
            ("port", 70_000), ("weigth", 5), ("connectTimeout", "soon"), ("minTlsVersion", "1.3"), ("maxTlsVersion", "1.2")));

        var failures = answer.Failures.ToDictionary(failure => failure.Property, failure => failure.Reason);
        Assert.Equal(["address", "connectTimeout", "minTlsVersion", "port", "weigth"], failures.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("port is 70000, but must be between 1 and 65535.", failures["port"]);
        Assert.Contains("Did you mean \"weight\"?", failures["weigth"], StringComparison.Ordinal);
        Assert.Contains("\"soon\"", failures["connectTimeout"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_settled_once_and_for_all()
    {
        var once = await _provider.Checked(
            "Backend", "api", Given.Map(("address", "example.com"), ("port", 443), ("comment", "")));
        var twice = await _provider.Checked("Backend", "api", once, once);

        Assert.Equal("api", ((V.Text)once["name"]).Value);
        Assert.Equal(new V.Bool(true), once["useSsl"]);
        Assert.Equal(new V.Number(15_000), once["firstByteTimeout"]);
        Assert.False(once.ContainsKey("comment"));
        Assert.False(once.ContainsKey("shield"));
        Assert.Equal(once, twice);
    }

    [Fact]
    public async Task Leave_open_what_follows_from_something_unknown_and_judge_the_rest()
    {
        var answer = await _provider.Check(
            "Backend", "api", Given.Map(("address", Given.Later), ("port", Given.Later), ("weight", 0)));

        Assert.Equal("weight", Assert.Single(answer.Failures).Property);
        var inputs = ValueCodec.FromStruct(answer.Inputs);
        Assert.IsType<V.Unknown>(inputs["address"]);
        Assert.IsType<V.Unknown>(inputs["useSsl"]);
        Assert.Equal(new V.Number(1_000), inputs["connectTimeout"]);
    }

    [Fact]
    public async Task Do_not_apply_rules_between_fields_while_one_of_them_is_unknown()
    {
        var answer = await _provider.Check(
            "Healthcheck", "alive", Given.Healthcheck("alive", ("threshold", 8), ("initial", 8), ("window", Given.Later)));

        Assert.Empty(answer.Failures);
    }

    [Fact]
    public async Task Know_their_definition_in_previews_with_nested_ones_in_place()
    {
        var inputs = await _provider.Checked(
            "Backend", "api", Given.Map(("address", "example.com"), ("healthcheck", Given.Healthcheck("alive"))));

        var (id, planned) = await _provider.Create("Backend", "api", inputs, preview: true);
        var (_, made) = await _provider.Create("Backend", "api", inputs);

        Assert.Equal("api", id);
        Assert.Equal(planned, made);
        Assert.Equal((V)inputs, planned["definition"]);
        Assert.Equal(new V.Text("HEAD"), ((V.Map)inputs["healthcheck"]).Items["method"]);
        Assert.Equal(inputs["port"], planned["port"]);
    }

    [Fact]
    public async Task Name_the_path_of_what_is_wrong_within_a_nested_one()
    {
        var answer = await _provider.Check("Backend", "api", Given.Map(
            ("address", "example.com"), ("healthcheck", Given.Healthcheck("alive", ("window", 2), ("timeout", 0)))));

        Assert.Equal(
            ["healthcheck.initial", "healthcheck.threshold", "healthcheck.timeout"],
            answer.Failures.Select(failure => failure.Property).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Keep_secrets_secret_and_out_of_messages()
    {
        var inputs = await _provider.Checked("Backend", "api", Given.Map(("address", new V.Secret("origin.example.com"))));
        var answer = await _provider.Check(
            "Backend", "api", Given.Map(("address", new V.Secret("hidden host")), ("port", new V.Secret(70_001))));

        Assert.Equal(new V.Secret("origin.example.com"), inputs["address"]);
        Assert.Equal(["address", "port"], answer.Failures.Select(failure => failure.Property).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(answer.Failures, failure => failure.Reason.Contains("hidden", StringComparison.Ordinal) || failure.Reason.Contains("70001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Take_outputs_for_their_values()
    {
        var inputs = await _provider.Checked("Backend", "api", Given.Map(
            ("address", new V.Output("example.com", true, ["urn:a"])), ("port", new V.Output(null, false, [])), ("weight", new V.Output(5, false, []))));

        Assert.Equal(new V.Secret("example.com"), inputs["address"]);
        Assert.IsType<V.Unknown>(inputs["port"]);
        Assert.Equal(new V.Number(5), inputs["weight"]);
    }

    [Fact]
    public async Task Differ_field_by_field_and_are_replaced_by_another_name()
    {
        var olds = await _provider.Checked("Backend", "api", Given.Backend("api", ("weight", 5), ("comment", "old")));
        var news = await _provider.Checked(
            "Backend", "api", Given.Backend("api", ("weight", 6), ("overrideHost", "example.com")));
        var renamed = await _provider.Diff("Backend", "api", olds, olds.With("name", "other"));

        Assert.Equal(
            ["comment Delete", "overrideHost Add", "weight Update"], await _provider.Changes("Backend", "api", olds, news));
        Assert.Equal(["name"], renamed.Replaces);
        Assert.Empty(await _provider.Changes("Backend", "api", olds, olds));
    }

    [Fact]
    public async Task Are_read_from_their_inputs_and_cannot_be_imported()
    {
        var inputs = await _provider.Checked("Condition", "is-api", Given.Condition("is-api"));

        var (_, read, _) = await _provider.Read("Condition", "is-api", "is-api", inputs);
        var refused = await Assert.ThrowsAsync<RpcException>(() => _provider.Read("Condition", "is-api", "is-api"));

        Assert.Equal(inputs, read);
        Assert.Contains("cannot be imported", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_conditions_must_be_statements_that_can_be_used()
    {
        var answer = await _provider.Check("Condition", "is-api", Given.Condition("is-api", "req.url.path ~ "));

        var failure = Assert.Single(answer.Failures);
        Assert.Equal("statement", failure.Property);
        Assert.Contains("column", failure.Reason, StringComparison.Ordinal);
    }
}
