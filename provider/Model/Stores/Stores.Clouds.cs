namespace EdgeInfra.Model;

public static partial class Stores
{
    private static IEnumerable<Store> Clouds =>
    [
        new()
        {
            Kind = "gcs", Title = "Google Cloud Storage", Dialect = "gcs",
            Needs = ["bucket"], Takes = ["pathStyle"],
            Names = [("bucket", new("[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]", "3 to 63 lower-case letters, digits, and inner dashes, underscores and dots (222 with dots)"))],
            VirtualHost = "{bucket}.storage.googleapis.com", PathHost = "storage.googleapis.com",
            Schemes = ["aws-v4", "google-v4"], SigningRegion = "auto",
            StripResponseHeaders = ["x-goog-*", "x-amz-*", "x-guploader-*", "server", "alt-svc", "warning"],
            Missing = HiddenAs403,
        },
        new()
        {
            Kind = "azure", Title = "Azure Blob Storage", Dialect = "azure",
            Needs = ["account", "container"], Takes = ["pathStyle"],
            Names =
            [
                ("account", new("[a-z0-9]{3,24}(-secondary)?", "3 to 24 lower-case letters and digits")),
                ("container", new("\\$(root|web|logs)|[a-z0-9](-?[a-z0-9]){2,62}", "3 to 63 lower-case letters, digits and single inner dashes")),
            ],
            VirtualHost = "{account}.blob.core.windows.net", VirtualPrefix = "/{container}", PathPrefix = "/{account}/{container}",
            Schemes = ["azure-shared-key", "azure-sas"],
            StripResponseHeaders = ["x-ms-*", "server"],
            HealthPublic = [400], HealthPrivate = [400],
        },
        new()
        {
            Kind = "oss", Title = "Alibaba Cloud OSS", Dialect = "oss",
            Needs = ["bucket", "region"], Takes = ["customDomain"],
            Names = [("bucket", BucketLabel), ("region", AnyLabel)],
            VirtualHost = "{bucket}.oss-{region}.aliyuncs.com", PathPrefix = null,
            Regions =
            [
                "cn-hangzhou", "cn-shanghai", "cn-qingdao", "cn-beijing", "cn-zhangjiakou", "cn-huhehaote", "cn-wulanchabu", "cn-shenzhen",
                "cn-heyuan", "cn-guangzhou", "cn-chengdu", "cn-hongkong", "us-west-1", "us-east-1", "ap-southeast-1", "ap-southeast-2",
                "ap-southeast-3", "ap-southeast-5", "ap-northeast-1", "ap-south-1", "eu-central-1", "eu-west-1", "me-east-1",
            ],
            Schemes = ["oss-v4", "oss-v1"], SigningRegion = "{region}",
            StripResponseHeaders = ["x-oss-*", "server"], Missing = HiddenAs403,
        },
        new()
        {
            Kind = "heroku", Title = "Heroku",
            Needs = ["app"], Takes = ["customDomain"],
            Names = [("app", new("[a-z][a-z0-9-]{1,61}[a-z0-9](\\.herokuapp\\.com)?", "3 to 63 lower-case letters, digits and inner dashes"))],
            VirtualHost = "{app}.herokuapp.com", PathPrefix = "", HoldsObjects = false,
            StripResponseHeaders = ["server", "via", "report-to", "reporting-endpoints", "nel"],
            HealthPublic = [200, 204, 301, 302, 307, 308, 401], Ttl = [],
            ConnectTimeout = 5_000, FirstByteTimeout = 35_000,
        },
    ];
}
