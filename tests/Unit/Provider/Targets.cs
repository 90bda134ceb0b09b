using EdgeInfra.Model;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider;

/// <summary>What obeys a version decides what is refused.</summary>
public sealed class Targets : IAsyncLifetime
{
    private FakeControl _control = null!;

    public async Task InitializeAsync() => _control = await FakeControl.Start();

    public async Task DisposeAsync() => await _control.DisposeAsync();

    [Theory]
    [InlineData(null, "https://api.fastly.com", true)]
    [InlineData(null, "https://api.fastly.com.example.org", false)]
    [InlineData(null, "http://127.0.0.1:9901", false)]
    [InlineData("fastly", "http://127.0.0.1:9901", true)]
    [InlineData("runtime", "https://api.fastly.com", false)]
    public void Are_told_by_the_address_unless_they_are_configured(string? given, string endpoint, bool isFastly) =>
        Assert.Equal(isFastly, EdgeInfra.Plugin.Config.Settings.TargetOf(given, new Uri(endpoint)) == Target.Fastly);

    [Fact]
    public async Task Come_from_the_environment_too_and_others_are_refused()
    {
        await using var provider = await ProviderUnderTest.Start(
            ("EDGEINFRA_ENDPOINT", _control.Endpoint), ("EDGEINFRA_API_KEY", FakeControl.Key), ("EDGEINFRA_TARGET", "fastli"));

        var failure = await Assert.ThrowsAsync<RpcException>(() => provider.Call(ProviderMethods.Configure, new ConfigureRequest()));
        var answer = await provider.Call(ProviderMethods.CheckConfig, new CheckRequest { News = ProviderUnderTest.Inputs(("target", "fastli")) });

        Assert.Equal(failure.Message, Assert.Single(answer.Failures).Reason);
        Assert.Contains("Did you mean \"fastly\"?", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_do_not_obey_everything_refuse_what_Fastly_takes()
    {
        await using var runtime = await ProviderUnderTest.Start(_control);
        await using var fastly = await ProviderUnderTest.Start(_control, "fastly");
        var backend = Given.Backend("a", ("clientCert", "x"), ("errorThreshold", 3));
        var manifest = Given.Manifest("id", backend)
            .With("conditions", Given.List(Given.Condition("c", "req.http.X ~ \"a\" && fastly.somewhere.only == \"x\"")));

        Assert.Empty(await Failures(runtime, "Backend", backend));
        Assert.Equal(["conditions[0].statement"], await Failures(runtime, "ServiceVersion", manifest));
        var inputs = await fastly.Checked("ServiceVersion", "live", manifest);
        await fastly.Checked("Backend", "a", backend);
        Assert.Equal(new V.Number(3), ((V.Map)((V.List)inputs["backends"]).Items[0]).Items["errorThreshold"]);
        Assert.Contains(fastly.Log, line => line.Contains("fastly.somewhere.only", StringComparison.Ordinal));

        Assert.Equal(["errorThreshold"], await Failures(fastly, "Backend", backend.With("errorThreshold", -1)));
    }

    [Fact]
    public void Get_no_field_that_Fastly_does_not_have()
    {
        foreach (var table in FieldTables.All.Append(Settings.Fields))
        {
            var sent = table.Where(field => !field.Extension).Select(field => field.WireName).Where(name => (table.Kind, name) != (ObjectKind.Director, "backends"));
            Assert.Empty(FastlyFields.Unknown(table.WirePath, sent));
        }
    }

    [Fact]
    public void Get_nothing_of_fields_of_the_runtime_that_are_left_out()
    {
        foreach (var table in FieldTables.All.Append(Settings.Fields).Where(table => table.Any(field => field.Extension)))
        {
            var sent = table.ToForm(table.ReadValues(new Dictionary<string, object?>()).Record).Select(pair => pair.Key);
            Assert.Empty(table.Where(field => field.Extension).Select(field => field.WireName).Intersect(sent));
        }
    }

    [Fact]
    public async Task That_are_Fastly_get_nothing_of_fields_of_the_runtime()
    {
        await using var fastly = await ProviderUnderTest.Start(_control, "fastly");
        var (service, _) = await fastly.Create("Service", "www", await fastly.Checked("Service", "www", PropertyMap.Empty));
        PropertyMap Manifest(double seconds, params (string Name, V Value)[] ofSettings) => Given.Manifest(service, Given.Backend("a"))
            .With("healthchecks", Given.List(Given.Healthcheck("alive", ("expectedResponses", Given.List()), ("checkInterval", seconds * 1000))))
            .With("settings", Given.Map([("defaultTtl", seconds), .. ofSettings]));

        // The other end refuses fields that Fastly does not have.
        var olds = await fastly.Checked("ServiceVersion", "live", Manifest(5));
        var (_, made) = await fastly.Create("ServiceVersion", "live", olds);
        var news = await fastly.Checked("ServiceVersion", "live", Manifest(6));
        await fastly.Update("ServiceVersion", "live", service, made, olds, news);

        var live = _control.Active(service)!;
        Assert.Equal((6_000, 6), (live.Healthchecks[0].CheckInterval, live.Settings.DefaultTtl));
        _control.TakeWrites();
        var set = Manifest(7, ("dynamicBackends", Given.List("*.example.com"))).With("healthchecks", Given.List(
            Given.Healthcheck("alive", ("expectedResponses", Given.List("3xx")))));
        Assert.Equal(["healthchecks[0].expectedResponses", "settings.dynamicBackends"], await Failures(fastly, "ServiceVersion", set));
        Assert.Equal(["expectedResponses"], await Failures(fastly, "Healthcheck", Given.Healthcheck("alive", ("expectedResponses", Given.List("3xx")))));
        Assert.Empty(_control.Writes);
    }

    [Fact]
    public async Task That_are_Fastly_get_a_policy_as_snippets_and_tell_it_as_a_policy()
    {
        await using var fastly = await ProviderUnderTest.Start(_control, "fastly");
        var (service, _) = await fastly.Create("Service", "www", await fastly.Checked("Service", "www", PropertyMap.Empty));
        var inputs = await fastly.Checked("ServiceVersion", "live", Given.Manifest(
            service, Given.Backend("site", ("policy", Given.Map(("pathPrefix", "/file/b"))))));
        var (_, made) = await fastly.Create("ServiceVersion", "live", inputs);
        var (_, read, state) = await fastly.Read("ServiceVersion", "live", service, inputs, made);

        var live = _control.Active(service)!;
        Assert.Null(Assert.Single(live.Backends).Policy);
        Assert.Contains(live.Snippets, snippet => snippet.Name.StartsWith(FastlyPolicies.Prefix, StringComparison.Ordinal)
            && snippet.Content!.Contains("/file/b", StringComparison.Ordinal));
        Assert.Equal((inputs, made), (read, state));
        Assert.Empty(await fastly.Changes("ServiceVersion", "live", read, inputs, state));
    }

    private static async Task<IEnumerable<string>> Failures(ProviderUnderTest provider, string type, PropertyMap inputs) =>
        (await provider.Check(type, "x", inputs)).Failures.Select(failure => failure.Property).Order(StringComparer.Ordinal);
}
