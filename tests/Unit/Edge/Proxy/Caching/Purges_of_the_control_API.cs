using EdgeInfra.Edge;
using EdgeInfra.Edge.Control;

namespace Unit.Edge.Proxy.Caching;

public sealed class Purges_of_the_control_API
{
    private const string Fresh = "Cache-Control: max-age=60\r\nSurrogate-Key: red green\r\n";

    [Theory]
    [InlineData("www.example.com/a?b", null, false)]
    [InlineData("www.example.com/other", null, true)]
    [InlineData(null, "green", false)]
    [InlineData(null, "blue", true)]
    [InlineData(null, null, false)]
    public async Task Are_seen_by_the_next_request(string? url, string? key, bool stays)
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", Fresh));
        await cached.Get("/a?b");

        new CachePurges(() => cached.Edge.Cache).Carry(new Purge("svc", Soft: false) { Url = url, Key = key });
        await cached.Get("/a?b");

        Assert.Equal(stays ? 1 : 2, cached.Asked.Count);
    }

    [Fact]
    public async Task Of_another_service_change_nothing()
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", Fresh));
        await cached.Get();

        new CachePurges(() => cached.Edge.Cache).Carry(new Purge("other", Soft: false));
        new CachePurges(() => cached.Edge.Cache).Carry(new Purge(null, Soft: false) { Url = "www.example.com/" });
        await cached.Get();

        Assert.Single(cached.Asked);
    }

    [Fact]
    public async Task Of_the_host_alone_mean_its_first_page()
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", Fresh));
        await cached.Get();

        new CachePurges(() => cached.Edge.Cache).Carry(new Purge("svc", Soft: false) { Url = "www.example.com" });
        await cached.Get();

        Assert.Equal(2, cached.Asked.Count);
    }
}
