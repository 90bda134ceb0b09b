namespace EdgeInfra.Model;

/// <summary>Host names of Amazon S3, as its own endpoint rules have them.</summary>
internal static class AmazonHosts
{
    /// <summary>Signs as us-east-1, and has the host without a region.</summary>
    public const string Global = "aws-global";

    private static readonly string[] DashedWebsites =
        ["us-east-1", "us-west-1", "us-west-2", "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "eu-west-1", "sa-east-1", "us-gov-west-1"];

    /// <summary>What the region cannot have.</summary>
    public static string? RefuseFips(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? $"is not available in {region}: the partition of China has no FIPS hosts." : null;

    /// <summary>The host in front of which a bucket may stand.</summary>
    public static string Of(string region, bool dualStack, bool fips) =>
        region == Global && !dualStack && !fips
            ? "s3.amazonaws.com"
            : $"s3{(fips ? "-fips" : "")}{(dualStack ? ".dualstack" : "")}.{SigningRegion(region)}.{Suffix(region)}";

    public static string Website(string region) =>
        $"s3-website{(DashedWebsites.Contains(region) ? '-' : '.')}{SigningRegion(region)}.{Suffix(region)}";

    public static string SigningRegion(string region) => region == Global ? "us-east-1" : region;

    private static string Suffix(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "amazonaws.com.cn"
        : region.StartsWith("eusc-", StringComparison.Ordinal) ? "amazonaws.eu"
        : "amazonaws.com";
}
