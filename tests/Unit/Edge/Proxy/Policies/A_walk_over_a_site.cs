using Kit;

namespace Unit.Edge.Proxy.Policies;

/// <summary>What a browser does with a static site, the same in every store: public, and private with each of the store's signatures.</summary>
public sealed class A_walk_over_a_site
{
    public static TheoryData<string> Stores => StoreKind.Names;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Finds_what_is_there_and_what_is_missing(string store)
    {
        await using var site = await SiteInABucket.Start(StoreKind.All[store]);

        var walk = await site.Walk();
        var again = await site.Walk();

        Assert.True(SiteStep.WrongWith([.. walk, .. again]).Length == 0, $"{SiteStep.WrongWith(walk)}\n{SiteStep.WrongWith(again)}\n{string.Join('\n', [.. site.Edge.Log, .. site.SignersLog, .. site.Asked])}");
        Assert.Empty(site.Edge.Log);
        Assert.Empty(site.SignersLog);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Leaves_the_bucket_alone_the_second_time_where_lifetimes_say_so(string store)
    {
        await using var site = await SiteInABucket.Start(
            StoreKind.All[store], given => given with { Ttl = [new() { Ttl = 60 }] }, cacheSize: 16 * 1024 * 1024);

        await site.Walk();
        var asked = site.Asked;
        var again = await site.Walk();

        Assert.Equal("", SiteStep.WrongWith(again));
        Assert.Equal(asked, site.Asked);
    }

    [Theory]
    [InlineData("s3 s3 public", 416, "bytes */10")]
    [InlineData("azure  azure-sas", 416, "bytes */10")]
    [InlineData("b2 native b2-token", 416, "bytes */10")]
    [InlineData("oss  oss-v4", 200, null)] // OSS gives all of it
    public async Task Goes_beyond_the_end_of_a_download(string store, int status, string? range)
    {
        await using var site = await SiteInABucket.Start(StoreKind.All[store]);

        var beyond = await site.Edge.Get("/docs/a%20b+c/deep.txt", headers: "Range: bytes=99-\r\n");

        Assert.Equal((status, range), (beyond.Status, beyond["Content-Range"]));
    }
}
