using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider;

public sealed class Components
{
    private static readonly PropertyMap Bucket = PropertyMap.Of(("bucket", "www-assets"), ("region", "eu-central-1"));

    [Fact]
    public async Task Register_themselves_a_healthcheck_and_a_backend_that_has_it()
    {
        await using var provider = await ProviderUnderTest.Start();
        await using var monitor = await FakeMonitor.Start(provider);

        var answer = await monitor.Construct("S3Origin", "site", Bucket);

        Assert.Equal(["S3Origin", "Healthcheck", "Backend"], monitor.Registered.Select(request => request.Type.Split(':')[^1]));
        Assert.All(monitor.Registered.Skip(1), child => Assert.Equal((answer.Urn, "site"), (child.Parent, child.Name)));
        var backend = monitor.Inputs("Backend");
        Assert.Equal("www-assets.s3.eu-central-1.amazonaws.com", Text(backend["address"]));
        Assert.Equal("site", Text(Map(backend["healthcheck"])["name"]));
        var state = ValueCodec.FromStruct(answer.State);
        Assert.Equal(monitor.Outputs[answer.Urn], state);
        Assert.Equal("index.html", Text(Map(Map(state["definition"])["policy"])["directoryIndex"]));
        Assert.Equal("https://www-assets.s3.eu-central-1.amazonaws.com", Text(state["url"]));
        Assert.Equal([ProviderUnderTest.Urn("Backend", "site")], answer.StateDependencies["credentials"].Urns);
    }

    [Fact]
    public async Task Have_their_children_treated_as_they_are()
    {
        await using var provider = await ProviderUnderTest.Start();
        await using var monitor = await FakeMonitor.Start(provider);
        const string Edge = "urn:pulumi:dev::test::pulumi:providers:edgeinfra::edge::1", Other = "urn:pulumi:dev::test::a:b:C::other";

        await monitor.Construct("S3Origin", "site", Bucket.With("bucket", new V.Output("www-assets", false, [Other + "2"])), request =>
        {
            request.Providers["edgeinfra"] = Edge;
            request.Protect = true;
            request.Parent = Other;
            request.Dependencies.Add(Other);
            request.Aliases.Add(new Alias { Urn = Other + "1" });
        });

        Assert.All(monitor.Registered, one => Assert.True(one.Protect));
        Assert.Equal((Other, Other + "1"), (monitor.Registered[0].Parent, monitor.Registered[0].Aliases[0].Urn));
        Assert.Equal(Edge, monitor.Registered[0].Providers["edgeinfra"]);
        Assert.All(monitor.Registered.Skip(1), child => Assert.Equal(Edge, child.Provider));
        Assert.Equal([Other, Other + "2"], monitor.Registered[1].Dependencies);
        Assert.Equal([Other, Other + "2", ProviderUnderTest.Urn("Healthcheck", "site")], monitor.Registered[2].Dependencies.Order(StringComparer.Ordinal).OrderBy(urn => urn.Contains("Healthcheck")));
        Assert.All(monitor.Registered.Skip(1), child => Assert.All(child.PropertyDependencies.Values, one => Assert.Equal(child.Dependencies, one.Urns)));
    }

    [Fact]
    public async Task Keep_secrets_apart_and_the_rest_to_be_read()
    {
        await using var provider = await ProviderUnderTest.Start();
        await using var monitor = await FakeMonitor.Start(provider);
        var credentials = PropertyMap.Of(("accessKey", "AKIA123"), ("secretKey", new V.Secret("a-great-secret")));

        var state = ValueCodec.FromStruct((await monitor.Construct("S3Origin", "site", Bucket.With("credentials", credentials))).State);

        Assert.False(state["definition"].HasSecret());
        var signing = Map(Map(Map(state["definition"])["policy"])["signing"]);
        Assert.Equal("AKIA123", Text(signing["accessKey"]));
        Assert.StartsWith("digest:", Text(signing["secretKey"]), StringComparison.Ordinal);
        Assert.Equal("a-great-secret", Text(Map(((V.Secret)state["credentials"]).Inner)["policy.signing.secretKey"]));
    }

    [Fact]
    public async Task Hide_what_follows_from_a_secret()
    {
        await using var provider = await ProviderUnderTest.Start();
        await using var monitor = await FakeMonitor.Start(provider);

        await monitor.Construct("S3Origin", "site", Bucket.With("bucket", new V.Secret("a-secret-bucket")));

        foreach (var child in new[] { "Backend", "Healthcheck" })
        {
            Assert.DoesNotContain("a-secret-bucket", $"{monitor.Inputs(child)}", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("bucket")]
    [InlineData("region")]
    [InlineData("credentials")]
    public async Task Are_previewed_before_all_is_known(string unknown)
    {
        await using var provider = await ProviderUnderTest.Start();
        await using var monitor = await FakeMonitor.Start(provider, preview: true);

        var answer = await monitor.Construct("S3Origin", "site", Bucket.With(unknown, V.Unknown.Instance));

        var definition = Map(ValueCodec.FromStruct(answer.State)["definition"]);
        Assert.Equal("site", Text(definition["name"]));
        Assert.IsType<V.Unknown>(definition["address"]);
    }

    [Fact]
    public async Task Are_previewed_in_full_but_for_a_key_that_is_to_come()
    {
        await using var provider = await ProviderUnderTest.Start();
        await using var monitor = await FakeMonitor.Start(provider, preview: true);
        var credentials = PropertyMap.Of(("accessKey", V.Unknown.Instance), ("secretKey", new V.Secret(V.Unknown.Instance)));

        await monitor.Construct("S3Origin", "site", Bucket.With("credentials", credentials));

        var backend = monitor.Inputs("Backend");
        Assert.Equal("www-assets.s3.eu-central-1.amazonaws.com", Text(backend["address"]));
        var signing = Map(Map(backend["policy"])["signing"]);
        Assert.Equal("eu-central-1", Text(signing["region"]));
        Assert.IsType<V.Unknown>(signing["accessKey"]);
        Assert.IsType<V.Unknown>(((V.Secret)signing["secretKey"]).Inner);
    }

    [Fact]
    public async Task Tell_everything_that_is_wrong_at_once_and_register_nothing()
    {
        await using var provider = await ProviderUnderTest.Start();
        await using var monitor = await FakeMonitor.Start(provider);
        var inputs = PropertyMap.Of(("bucket", "No/Bucket"), ("acount", "x"), ("account", "y"), ("ttl", new V.List(PropertyMap.Of(("ttl", -1)))));

        var refused = await Assert.ThrowsAsync<RpcException>(() => monitor.Construct("S3Origin", "site", inputs));

        Assert.Equal(RpcStatus.InvalidArgument, refused.Status);
        var errors = refused.Detail<InputPropertiesError>()!.Errors;
        Assert.Equal(["account", "acount", "bucket", "region", "ttl[0].ttl"], errors.Select(error => error.PropertyPath).Order(StringComparer.Ordinal));
        Assert.Contains("account", errors.Single(error => error.PropertyPath == "acount").Reason[8..], StringComparison.Ordinal);
        Assert.Empty(monitor.Registered);
    }

    [Fact]
    public async Task Never_show_a_secret_in_what_they_refuse()
    {
        await using var provider = await ProviderUnderTest.Start();
        await using var monitor = await FakeMonitor.Start(provider);

        var refused = await Assert.ThrowsAsync<RpcException>(() =>
            monitor.Construct("S3Origin", "site", Bucket.With("bucket", new V.Secret("A Secret/Name"))));

        Assert.DoesNotContain("A Secret/Name", refused.Message + refused.Detail<InputPropertiesError>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_another_name_are_not_known()
    {
        await using var provider = await ProviderUnderTest.Start();
        await using var monitor = await FakeMonitor.Start(provider);

        var refused = await Assert.ThrowsAsync<RpcException>(() => monitor.Construct("S4Origin", "site", Bucket));

        Assert.Contains("S3Origin", refused.Message, StringComparison.Ordinal);
    }

    private static string Text(V value) => ((V.Text)value.Bare()).Value;

    private static PropertyMap Map(V value) => ((V.Map)value.Bare()).Items;
}
