namespace EdgeInfra.Model;

public static partial class Stores
{
    private static readonly ValueList<string> AmazonRegions =
    [
        "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2",
        "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7",
        "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2",
        "eu-west-3", "il-central-1", "me-central-1", "me-south-1", "mx-central-1", "sa-east-1", "us-east-1", "us-east-2", "us-west-1",
        "us-west-2", "us-gov-east-1", "us-gov-west-1", "cn-north-1", "cn-northwest-1", "eusc-de-east-1", AmazonHosts.Global,
    ];

    // Buckets from before 2018 in us-east-1 may have capitals, underscores and 255 characters.
    private static readonly NameRule AmazonBucket =
        new("[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]", "3 to 63 lower-case letters, digits, and inner dashes and dots (old ones also capitals and _)");

    private static IEnumerable<Store> Amazon =>
    [
        new()
        {
            Kind = "s3", Mode = "s3", Title = "Amazon S3", Dialect = "s3",
            Needs = ["bucket", "region"], Takes = ["dualStack", "fips", "pathStyle", "mode"],
            Names = [("bucket", AmazonBucket), ("region", AnyLabel)],
            VirtualHost = "{bucket}.{amazon}", PathHost = "{amazon}",
            Regions = AmazonRegions, Schemes = ["aws-v4"], SigningRegion = "{region}",
            StripResponseHeaders = [.. OfAmazon], Missing = HiddenAs403,
        },
        new()
        {
            Kind = "s3", Mode = "website", Title = "the website endpoint of Amazon S3",
            Needs = ["bucket", "region"], Takes = ["mode"],
            Names = [("bucket", DottedBucket), ("region", AnyLabel)],
            VirtualHost = "{bucket}.{amazonWebsite}", PathPrefix = null, UseTls = false,
            Regions = AmazonRegions,
            StripResponseHeaders = [.. OfAmazon], Missing = ["404", "403"], HealthPublic = [200, 301, 302, 404],
        },
    ];
}
