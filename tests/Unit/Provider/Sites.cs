using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider;

public sealed class Sites
{
    private static readonly PropertyMap Site = PropertyMap.Of(
        ("domains", new V.List("www.example.com")),
        ("origin", PropertyMap.Of(("s3", PropertyMap.Of(("bucket", "www-assets"), ("region", "eu-central-1"))))),
        ("errorPage", "/404.html"));

    [Fact]
    public async Task Are_a_service_an_origin_and_the_version_that_is_live()
    {
        await using var control = await FakeControl.Start();
        control.TakesExtensions = true;
        await using var provider = await ProviderUnderTest.Start(control);
        await using var monitor = await FakeMonitor.Start(provider);

        var state = ValueCodec.FromStruct((await monitor.Construct("EdgeSite", "site", Site)).State);

        Assert.Equal(["EdgeSite", "Service", "Healthcheck", "Backend", "ServiceVersion"], monitor.Registered.Select(one => one.Type.Split(':')[^1]));
        Assert.Equal((new V.Number(1), new V.Bool(true)), (state["version"], state["active"]));
        Assert.Equal(state["serviceId"], monitor.Inputs("ServiceVersion")["serviceId"]);
        var policy = ((V.Map)monitor.Inputs("Backend")["policy"]).Items;
        Assert.Contains("404.html", $"{policy["errorPages"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_previewed_before_their_service_is_there()
    {
        await using var control = await FakeControl.Start();
        control.TakesExtensions = true;
        await using var provider = await ProviderUnderTest.Start(control);
        await using var monitor = await FakeMonitor.Start(provider, preview: true);

        var state = ValueCodec.FromStruct((await monitor.Construct("EdgeSite", "site", Site)).State);

        Assert.IsType<V.Unknown>(state["serviceId"]);
        Assert.IsType<V.Map>(state["definition"]);
    }

    [Fact]
    public async Task Tell_what_is_wrong_where_it_was_said()
    {
        var inputs = Site.Without("domains").With("activat", "never").With("errorPage", "404.html")
            .With("origin", PropertyMap.Of(("s3", PropertyMap.Of(("bucket", "www-assets")))));

        Assert.Equal(["activat", "domains", "errorPage", "origin.s3.region"], await Refused(inputs));
    }

    [Fact]
    public async Task Want_one_store_and_each_argument_once()
    {
        var s3 = PropertyMap.Of(("bucket", "www-assets"), ("region", "eu-central-1"), ("errorPage", "/404.html"));

        Assert.Equal(["errorPage"], await Refused(Site.With("origin", PropertyMap.Of(("s3", s3)))));
        Assert.Equal(["origin"], await Refused(Site.With("origin", PropertyMap.Of(("s3", s3), ("gcs", s3)))));
        Assert.Equal(["origin"], await Refused(Site.With("origin", PropertyMap.Of(("s4", s3)))));
        Assert.Equal(["origin"], await Refused(Site.Without("origin")));
    }

    private static async Task<IEnumerable<string>> Refused(PropertyMap inputs)
    {
        await using var provider = await ProviderUnderTest.Start();
        await using var monitor = await FakeMonitor.Start(provider);
        var refused = await Assert.ThrowsAsync<RpcException>(() => monitor.Construct("EdgeSite", "site", inputs));
        return refused.Detail<InputPropertiesError>()!.Errors.Select(error => error.PropertyPath).Order(StringComparer.Ordinal);
    }
}
