namespace EdgeInfra.Model;

public static partial class Stores
{
    private static Store Speaking(string kind, string title) => new()
    {
        Kind = kind, Title = title, Dialect = "s3", Needs = ["bucket", "region"], Takes = ["pathStyle"],
        Names = [("bucket", DottedBucket), ("region", AnyLabel)],
        Schemes = ["aws-v4"], SigningRegion = "{region}", Missing = HiddenAs403, StripResponseHeaders = [.. OfAmazon],
    };

    private static IEnumerable<Store> SpeakingS3 =>
    [
        Speaking("spaces", "DigitalOcean Spaces") with
        {
            Names = [("bucket", BucketLabel), ("region", AnyLabel)],
            VirtualHost = "{bucket}.{region}.digitaloceanspaces.com", PathHost = "{region}.digitaloceanspaces.com",
            Regions = ["syd1", "sfo2", "sfo3", "fra1", "nyc3", "ams3", "sgp1", "lon1", "tor1", "blr1"],
            StripResponseHeaders = [.. OfCeph, "x-do-*", "x-hw-*"],
        },
        Speaking("wasabi", "Wasabi") with
        {
            VirtualHost = "{bucket}.s3.{region}.wasabisys.com", PathHost = "s3.{region}.wasabisys.com",
            Regions =
            [
                "us-east-1", "us-east-2", "us-central-1", "us-west-1", "us-west-2", "ca-central-1", "eu-central-1", "eu-central-2", "eu-west-1",
                "eu-west-2", "eu-west-3", "eu-south-1", "ap-northeast-1", "ap-northeast-2", "ap-southeast-1", "ap-southeast-2",
            ],
            StripResponseHeaders = [.. OfAmazon, "x-wasabi-*"],
        },
        Speaking("linode", "Linode Object Storage") with
        {
            Needs = ["bucket", "cluster"], Names = [("bucket", DottedBucket), ("cluster", AnyLabel)], RegionArgument = "cluster",
            VirtualHost = "{bucket}.{cluster}.linodeobjects.com", PathHost = "{cluster}.linodeobjects.com", SigningRegion = "{cluster}",
            Regions =
            [
                "nl-ams-1", "us-southeast-1", "in-maa-1", "us-ord-1", "eu-central-1", "id-cgk-1", "gb-lon-1", "us-lax-1", "es-mad-1", "us-mia-1",
                "it-mil-1", "us-east-1", "jp-osa-1", "fr-par-1", "br-gru-1", "us-sea-1", "ap-south-1", "sg-sin-1", "se-sto-1", "jp-tyo-1", "us-iad-10",
            ],
            StripResponseHeaders = [.. OfCeph],
        },
        Speaking("r2", "Cloudflare R2") with
        {
            Needs = ["bucket", "account"], Takes = ["jurisdiction", "customDomain"],
            Names =
            [
                ("bucket", BucketLabel),
                ("account", new("[0-9a-f]{32}", "32 hexadecimal digits in lower case: the account id, not its name")),
                ("jurisdiction", new("eu|fedramp", "one of eu, fedramp")),
            ],
            PathHost = "{account}{.jurisdiction}.r2.cloudflarestorage.com", SigningRegion = "auto", Missing = ["404"],
            NeverPublic = "R2's S3 interface answers nobody without credentials: give them, or the public domain of the bucket in customDomain",
            StripResponseHeaders = [.. OfAmazon, "cf-*", "nel", "report-to", "alt-svc"],
            HealthPublic = [200, 404], HealthPrivate = [400, 401, 403],
        },
        Speaking("compatible", "A store that speaks S3") with
        {
            Needs = ["bucket", "endpoint"], Takes = ["region", "pathStyle"],
            Names = [("bucket", new("[A-Za-z0-9]([A-Za-z0-9._-]{0,253}[A-Za-z0-9])?", "1 to 255 letters, digits, and inner dashes, underscores and dots")), ("region", AnyLabel)],
            StripResponseHeaders = [.. OfCeph, "x-minio-*", "x-trans-id", "x-openstack-*"], HealthPrivate = [403, 200, 400],
        },
    ];
}
