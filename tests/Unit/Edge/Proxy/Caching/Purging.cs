namespace Unit.Edge.Proxy.Caching;

public sealed class Purging
{
    private const string Fresh = "Cache-Control: max-age=60, stale-if-error=60\r\nSurrogate-Key: red green\r\n";

    [Fact]
    public async Task By_method_forgets_one_url()
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", Fresh));

        await cached.Get("/a");
        await cached.Get("/b");
        Assert.Equal(200, (await cached.Ask("PURGE", "/a")).Status);
        await cached.Get("/a");
        await cached.Get("/b");

        Assert.Equal(3, cached.Asked.Count);
    }

    [Fact]
    public async Task Softly_leaves_something_to_stand_in()
    {
        await using var cached = await CachingEdge.Before(CachingEdge.Ok("hello", Fresh));

        await cached.Get();
        await cached.Ask("PURGE", "/", "Fastly-Soft-Purge: 1\r\n");
        await cached.Get();
        Assert.Equal(2, cached.Asked.Count);
        await cached.Ask("PURGE", "/", "Fastly-Soft-Purge: 1\r\n");
        await cached.Break();

        Assert.Equal("hello", (await cached.Get()).Body);
    }
}
