using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider;

public sealed class Configuration
{
    [Fact]
    public async Task Accepts_what_a_modern_engine_sends()
    {
        await using var provider = await ProviderUnderTest.Start();

        var hands = await provider.Call(ProviderMethods.Handshake, new ProviderHandshakeRequest());
        var plugin = await provider.Call(ProviderMethods.GetPluginInfo, new Empty());

        Assert.True(hands.AcceptSecrets && hands.AcceptResources && hands.AcceptOutputs && hands.SupportsAutonamingConfiguration);
        Assert.Matches(@"^\d+\.\d+\.\d+$", plugin.Version);
    }

    [Fact]
    public async Task Refuses_unknown_keys_and_impossible_endpoints()
    {
        await using var provider = await ProviderUnderTest.Start();

        var answer = await provider.Call(ProviderMethods.CheckConfig, new CheckRequest
        {
            News = ProviderUnderTest.Inputs(("endpiont", "x"), ("endpoint", "127.0.0.1:9901"), ("apiKey", 5), ("version", "0.1.0")),
        });

        var failures = answer.Failures.ToDictionary(failure => failure.Property, failure => failure.Reason);
        Assert.Equal(["apiKey", "endpiont", "endpoint"], failures.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("Did you mean \"endpoint\"?", failures["endpiont"], StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:9901", failures["endpoint"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("line\nbreak")]
    [InlineData("trailing\n")]
    [InlineData("two words")]
    [InlineData("schlüssel")]
    public async Task Refuses_a_key_that_no_header_can_carry_without_showing_it(string key)
    {
        await using var provider = await ProviderUnderTest.Start(("EDGEINFRA_API_KEY", key));

        var answer = await provider.Call(ProviderMethods.CheckConfig, new CheckRequest { News = ProviderUnderTest.Inputs(("apiKey", new V.Secret(key))) });
        var failure = await Assert.ThrowsAsync<RpcException>(() => provider.Call(ProviderMethods.Configure, new ConfigureRequest()));

        var reason = Assert.Single(answer.Failures).Reason;
        Assert.StartsWith("apiKey ", reason, StringComparison.Ordinal);
        Assert.Equal((RpcStatus.InvalidArgument, reason), (failure.Status, failure.Message));
        Assert.DoesNotContain(key, reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_time_limit_longer_than_any_timer_can_wait()
    {
        await using var provider = await ProviderUnderTest.Start();
        var inputs = await provider.Checked("Backend", "api", PropertyMap.Of(("address", "origin.example.com")));

        var (id, _) = await provider.Create("Backend", "api", inputs, timeout: TimeSpan.FromDays(365).TotalSeconds);

        Assert.Equal("api", id);
    }

    [Fact]
    public async Task Names_the_key_that_is_missing()
    {
        await using var provider = await ProviderUnderTest.Start();

        var failure = await Assert.ThrowsAsync<RpcException>(() => provider.Call(ProviderMethods.Configure, new ConfigureRequest()));

        Assert.Equal(RpcStatus.InvalidArgument, failure.Status);
        Assert.Equal("apiKey", Assert.Single(failure.Detail<ConfigureErrorMissingKeys>()!.MissingKeys).Name);
    }

    [Fact]
    public async Task Comes_from_the_environment_where_the_program_sets_nothing()
    {
        await using var control = await FakeControl.Start();
        await using var provider = await ProviderUnderTest.Start(("EDGEINFRA_ENDPOINT", control.Endpoint), ("EDGEINFRA_API_KEY", FakeControl.Key));
        await provider.Call(ProviderMethods.Configure, new ConfigureRequest());

        await provider.Create("Service", "www", await provider.Checked("Service", "www", PropertyMap.Empty));

        Assert.Single(control.Writes);
    }

    [Fact]
    public async Task Never_replaces_anything()
    {
        await using var provider = await ProviderUnderTest.Start();

        var answer = await provider.Call(ProviderMethods.DiffConfig, new DiffRequest
        {
            OldInputs = ProviderUnderTest.Inputs(("endpoint", "http://a"), ("apiKey", "old"), ("version", "0.1.0")),
            News = ProviderUnderTest.Inputs(("endpoint", V.Unknown.Instance), ("apiKey", "old"), ("version", "0.2.0")),
        });

        Assert.Equal(["endpoint"], answer.Diffs);
        Assert.Empty(answer.Replaces);
        Assert.Equal(PropertyDiff.Types.Kind.Update, answer.DetailedDiff["endpoint"].Kind);
    }

    [Fact]
    public async Task Says_in_one_sentence_that_nothing_answers()
    {
        var gone = await FakeControl.Start();
        await using var provider = await ProviderUnderTest.Start(gone);
        await gone.DisposeAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => provider.Create("Service", "www", Given.Map(("name", "www"))));

        Assert.Equal(RpcStatus.Unavailable, failure.Status);
        Assert.Matches(@"^endpoint: nothing answers at http://127\.0\.0\.1:\d+/? \(connection refused\), so creating service ""www"" is not possible; "
            + "start the edge, or correct the provider's endpoint.$", failure.Message);
    }

    [Fact]
    public async Task Says_at_once_that_the_key_is_wrong_without_showing_it()
    {
        await using var control = await FakeControl.Start();
        await using var provider = await ProviderUnderTest.Start(("EDGEINFRA_ENDPOINT", control.Endpoint), ("EDGEINFRA_API_KEY", "a-wrong-key"));

        var failure = await Assert.ThrowsAsync<RpcException>(() => provider.Call(ProviderMethods.Configure, new ConfigureRequest()));

        Assert.Equal(RpcStatus.PermissionDenied, failure.Status);
        Assert.StartsWith("apiKey: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a-wrong-key", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("{\"id\":\"other\"}")]
    [InlineData("[]")]
    public async Task Is_not_taken_for_gone_when_a_stranger_answers(string answer)
    {
        await using var stranger = await Kit.Page.Serve(answer);
        await using var provider = await ProviderUnderTest.Start(("EDGEINFRA_ENDPOINT", $"http://127.0.0.1:{stranger.Port}"), ("EDGEINFRA_API_KEY", "key"));
        await provider.Call(ProviderMethods.Configure, new ConfigureRequest());

        var failure = await Assert.ThrowsAsync<RpcException>(() => provider.Read("Service", "www", "id"));

        Assert.Contains("is not a control API", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_taken_for_gone_when_a_stranger_knows_no_such_page()
    {
        await using var control = await FakeControl.Start();
        control.Refuse = _ => (404, "<html>Not found</html>");
        await using var provider = await ProviderUnderTest.Start(control);

        var failure = await Assert.ThrowsAsync<RpcException>(() => provider.Read("Service", "www", "id"));

        Assert.Contains("is not a control API", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Can_be_missing_in_a_preview()
    {
        await using var provider = await ProviderUnderTest.Start();
        var inputs = await provider.Checked("ServiceVersion", "live", Given.Manifest("id", Given.Backend("api")));

        var (_, outputs) = await provider.Create("ServiceVersion", "live", inputs, preview: true);

        Assert.IsType<V.Unknown>(outputs["number"]);
    }

    [Fact]
    public async Task Need_not_answer_in_a_preview()
    {
        var gone = await FakeControl.Start();
        await using var provider = await ProviderUnderTest.Start(gone);
        await gone.DisposeAsync();
        var inputs = await provider.Checked("ServiceVersion", "live", Given.Manifest("id", Given.Backend("api")));

        var (_, outputs) = await provider.Create("ServiceVersion", "live", inputs, preview: true);

        Assert.IsType<V.Unknown>(outputs["number"]);
        Assert.IsType<V.Text>(outputs["fingerprint"]);
        Assert.Contains("nothing answers", Assert.Single(provider.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_it_does_not_have()
    {
        await using var provider = await ProviderUnderTest.Start();

        var function = await Assert.ThrowsAsync<RpcException>(() => provider.Call(ProviderMethods.Invoke, new InvokeRequest { Tok = "edgeinfra:index:getService" }));
        var resource = await Assert.ThrowsAsync<RpcException>(() => provider.Check("Bakend", "x", PropertyMap.Empty));

        Assert.Contains("edgeinfra:index:getService", function.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"edgeinfra:index:Backend\"?", resource.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:5", "--logtostderr", "-v=9", "127.0.0.1:5")]
    [InlineData("127.0.0.1:5", "--tracing", "http://trace", "127.0.0.1:5")]
    [InlineData("127.0.0.1:5", "--tracing=http://trace", "127.0.0.1:5")]
    [InlineData(null, "--logtostderr")]
    public void Of_a_plugin_takes_the_engines_address_from_the_command_line(string? expected, params string[] args) =>
        Assert.Equal(expected, EdgeInfra.Plugin.PluginArguments.EngineAddress(args));
}
