using EdgeInfra.Model;
using Kit;

namespace Peers.Buckets;

/// <summary>What a browser does with a static site, with backends that presets make: in OpenStack's Swift, and in Azure's emulator.</summary>
public sealed class A_walk_over_a_site(Swift swift, Azurite azurite) : IClassFixture<Swift>, IClassFixture<Azurite>
{
    private const string Open = "open";

    [Theory]
    [InlineData("")]
    [InlineData(Swift.Bucket + ".")]
    public async Task In_a_bucket_of_Swift(string label)
    {
        foreach (var (key, content, type) in SiteWalk.Objects)
        {
            await swift.Put($"/{Swift.Bucket}/{WirePath.Encode(key)}", content, "Content-Type: " + type);
        }

        await Holds(StorePreset.Expand("compatible", new StoreArguments
        {
            Name = "site", Bucket = Swift.Bucket, Region = S3Ask.Region, Endpoint = $"http://{label}{S3Ask.Domain}:{swift.Endpoint.Port}", ErrorPage = "/404.html",
            Credentials = new() { AccessKey = S3Ask.AccessKey, SecretKey = S3Ask.SecretKey },
        }));
    }

    [Theory]
    [InlineData("", AzureAsk.Host)]
    [InlineData("", "127.0.0.1")]
    [InlineData("azure-shared-key", AzureAsk.Host)]
    [InlineData("azure-shared-key", "127.0.0.1")]
    [InlineData("azure-sas", AzureAsk.Host)]
    [InlineData("azure-sas", "127.0.0.1")]
    public async Task In_a_container_of_Azurite(string scheme, string host)
    {
        var container = scheme.Length == 0 ? Open : Azurite.Container;
        await azurite.Ask(new AzureAsk("PUT", "/" + Open) { Query = "restype=container", Ms = [("x-ms-blob-public-access", "blob")] }); // there already, perhaps
        foreach (var (key, content, type) in SiteWalk.Objects)
        {
            await azurite.Put($"/{container}/{WirePath.Encode(key)}", content, type);
        }

        await Holds(StorePreset.Expand("azure", new StoreArguments
        {
            Name = "site", Account = AzureAsk.Account, Container = container, Endpoint = $"http://{host}:{azurite.Endpoint.Port}", ErrorPage = "/404.html",
            Credentials = scheme switch
            {
                "" => null,
                "azure-sas" => new() { Token = AzureAsk.Sas(container, TimeProvider.System.GetUtcNow().AddDays(60), AzureAsk.AccountKey) },
                _ => new() { SecretKey = AzureAsk.AccountKey },
            },
        }));
    }

    private static async Task Holds(StoreExpansion preset)
    {
        Assert.Empty(preset.Failures);
        await using var edge = await EdgeBefore.Start(preset);

        var walk = await SiteWalk.Take(edge.Ask);
        var again = await SiteWalk.Take(edge.Ask);

        var wrong = SiteStep.WrongWith([.. walk, .. again]);
        Assert.True(wrong.Length == 0, wrong);
    }
}
