using EdgeInfra.Edge.Proxy;
using EdgeInfra.Model;

namespace Unit.Edge.Proxy;

public sealed class Dynamic_origins
{
    private static readonly ServiceVersion Version = EdgeUnderTest.Version(new Backend { Name = "declared", Address = "192.0.2.1" }) with
    {
        Settings = new() { DynamicBackends = ["*.example.com"] },
    };

    [Fact]
    public void Are_found_after_what_is_declared_and_only_where_allowed()
    {
        var service = Origins.Service(Version);

        Assert.Equal("declared", Named(service, "declared"));
        Assert.StartsWith("dynamic_", Named(service, "api.example.com"), StringComparison.Ordinal);
        Assert.Null(Named(service, "api.example.net"));
        Assert.Null(Named(Origins.Service(Version with { Settings = new() }), "api.example.com"));
    }

    [Fact]
    public void Are_one_for_all_requests_of_one_target()
    {
        var service = Origins.Service(Version);

        Assert.Same(service.Named("api.example.com"), service.Named("https://API.example.com:443"));
    }

    [Fact]
    public void Take_a_name_for_one_origin_only()
    {
        var config = Compiler.Compile(Version);
        var origins = new DynamicOrigins(config, origin => new(origin, null!, null));
        var a = config.Origins[0] with { Name = "A" };

        var registered = origins.Register(a);
        Assert.NotNull(registered);
        Assert.Same(registered, origins.Register(a with { }));
        Assert.Null(origins.Register(a with { FirstByteTimeout = TimeSpan.FromSeconds(1) }));
        Assert.NotNull(origins.Register(a with { Name = "B", FirstByteTimeout = TimeSpan.FromSeconds(1) }));
    }

    [Fact]
    public void Are_not_made_without_end()
    {
        var service = Origins.Service(Version);

        var made = Enumerable.Range(0, 1_000).Count(i => service.Named($"host{i}.example.com") is not null);

        Assert.Equal(256, made);
        Assert.NotNull(service.Named("host0.example.com"));
    }

    private static string? Named(LiveService service, string name) => service.Named(name)?.Pick(new View(), new Random(1))?.Origin.Name;
}
