using System.Net;
using Kit;

namespace EndToEnd;

/// <summary>A bucket's site as a browser meets it, from an origin in C# and from an EdgeSite in YAML.</summary>
public sealed class Static_site
{
    public static TheoryData<string> Examples => ["StaticSite", "StaticSiteYaml"];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Goes_up_serves_what_a_bucket_holds_and_goes_away(string example)
    {
        await using var bench = Workbench.Copy(example);
        if (example == "StaticSiteYaml")
        {
            foreach (var key in new[] { "port", "controlPort", "bucketPort" })
            {
                (await bench.Cli("config", "set", key, $"{FreePort.Next()}")).Succeeded();
            }
        }

        (await bench.Cli("up", "--yes")).Succeeded();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(await bench.Output("url")) };

        Assert.Contains("The front page", await http.GetStringAsync("/"), StringComparison.Ordinal);
        using var redirect = await http.GetAsync("/docs?from=here");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/docs/?from=here"), (redirect.StatusCode, $"{redirect.Headers.Location}"));
        Assert.Contains("The docs", await http.GetStringAsync("/docs/"), StringComparison.Ordinal);
        using var missing = await http.GetAsync("/nowhere/at/all");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("There is no such page", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var asset = await http.GetAsync("/assets/site.css?v=2");
        Assert.Equal("text/css", asset.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain(asset.Headers, header => header.Key.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase));

        (await bench.Cli("preview", "--expect-no-changes")).Succeeded();
        (await bench.Cli("refresh", "--yes")).Succeeded();
        (await bench.Cli("preview", "--expect-no-changes")).Succeeded();
        (await bench.Cli("destroy", "--yes")).Succeeded();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync("/"));
    }
}
