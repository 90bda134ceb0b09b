namespace EdgeInfra.Model;

public static partial class Stores
{
    private static readonly NameRule BackblazeBucket = new("[A-Za-z0-9][A-Za-z0-9-]{4,61}[A-Za-z0-9]", "6 to 63 letters, digits and inner dashes");

    private static IEnumerable<Store> Others =>
    [
        Speaking("b2", "Backblaze B2") with
        {
            Mode = "s3", Takes = ["pathStyle", "mode"], Names = [("bucket", BackblazeBucket), ("region", AnyLabel)],
            VirtualHost = "{bucket}.s3.{region}.backblazeb2.com", PathHost = "s3.{region}.backblazeb2.com",
            Regions = ["us-west-000", "us-west-001", "us-west-002", "us-west-004", "us-east-005", "eu-central-003", "ca-east-006"],
            StripResponseHeaders = [.. OfAmazon, "x-bz-*"],
        },
        new()
        {
            Kind = "b2", Mode = "native", Title = "Backblaze B2's own interface", Dialect = "b2",
            Needs = ["bucket", "cluster"], Takes = ["mode"],
            Names = [("bucket", BackblazeBucket), ("cluster", new("f[0-9]{3}", "the letter f and three digits, as in f004"))],
            VirtualHost = "{cluster}.backblazeb2.com", VirtualPrefix = "/file/{bucket}", PathPrefix = "/file/{bucket}",
            Schemes = ["b2-token"],
            StripResponseHeaders = ["x-bz-*", "server"], HealthPublic = [404, 401], HealthPrivate = [401, 404],

            // Unless the bucket says otherwise, B2 forbids caching.
            Ttl = [new() { Statuses = ["404", "410"], Ttl = 60 }, new() { Statuses = ["200"], Ttl = 3_600 }],
        },
    ];
}
