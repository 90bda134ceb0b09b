using System.Text.Json;
using EdgeInfra.Model;
using Kit;

namespace Unit.Model.Stores;

public sealed class Amazon_endpoints
{
    private static readonly JsonSerializerOptions Naming = new(JsonSerializerDefaults.Web);

    [Fact]
    public void Are_those_of_amazons_own_rules()
    {
        var cases = Cases();

        Assert.Equal(84, cases.Count);
        Assert.All(cases, Agrees);
    }

    // The rules take names that are no bucket's; a preset refuses those, so there only the host is asked.
    private static void Agrees(Case row)
    {
        var region = row is { Global: true, Region: "us-east-1" } ? "aws-global" : row.Region;
        if (row.Error is not null)
        {
            Assert.NotEmpty(Expand(row.Bucket ?? "bucket-name", region, row).Failures);
            return;
        }

        var url = new Uri(row.Url!);
        var expanded = Expand(row.Bucket ?? "bucket-name", region, row);
        if (row.Bucket is null || expanded.Backend is null)
        {
            Assert.True(row.Bucket is null || expanded.Failures.Single().Property == "bucket", $"{row}");
            expanded = Expand(row.Bucket is null ? "any" : "Any", region, row with { PathStyle = true });
            Assert.Equal(url.Host, expanded.Backend!.Address);
            Assert.Equal(row.Bucket is null ? "/" : "/" + WirePath.Encode(row.Bucket), url.AbsolutePath);
        }
        else
        {
            Assert.Equal(row.Url, $"https://{expanded.Backend.Address}{expanded.Backend.Policy!.PathPrefix}");
        }

        Assert.Equal(row.SigningRegion, expanded.Backend!.Policy!.Signing!.Region);
    }

    private static StoreExpansion Expand(string bucket, string? region, Case row) => StorePreset.Expand("s3", new()
    {
        Name = "site", Bucket = bucket, Region = region, DualStack = row.DualStack, Fips = row.Fips, PathStyle = row.PathStyle ? true : null,
        Credentials = new() { AccessKey = "id", SecretKey = "secret" },
    });

    private static List<Case> Cases() => JsonDocument.Parse(File.ReadAllText(Repository.At("tests", "Unit", "Model", "Stores", "s3-endpoints.json")))
        .RootElement.GetProperty("cases").Deserialize<List<Case>>(Naming)!;

    private sealed record Case(
        string? Bucket, string? Region, bool Fips, bool DualStack, bool PathStyle, bool Global, string? Url, string? SigningRegion, string? Error);
}
