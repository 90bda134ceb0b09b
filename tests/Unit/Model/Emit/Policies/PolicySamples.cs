using EdgeInfra.Model;

namespace Unit.Model.Emit.Policies;

/// <summary>Backends with the policies that buckets need.</summary>
internal static class PolicySamples
{
    public static Backend PublicS3 => At("site", "www-assets.s3.eu-central-1.amazonaws.com") with
    {
        Policy = Static("s3") with { StripResponseHeaders = ["x-amz-*", "Server"], Missing = ["404", "403"] },
    };

    public static Backend PrivateS3 => At("site", "www-assets.s3.eu-central-1.amazonaws.com") with
    {
        Policy = Static("s3") with
        {
            StripResponseHeaders = ["x-amz-*"],
            Missing = ["404", "403 AccessDenied", "403 NoSuchKey"],
            Signing = new() { Scheme = "aws-v4", Region = "eu-central-1", AccessKey = "AKIDEXAMPLE", SecretKey = "secret-of-s3", Token = "session-of-s3" },
            EdgeAuth = new() { Secret = "secret-of-the-edge" },
        },
    };

    public static Backend AzureSas => At("blobs", "acct.blob.core.windows.net") with
    {
        Policy = Static("azure") with
        {
            PathPrefix = "/pages", StripResponseHeaders = ["x-ms-*"], Missing = ["404 BlobNotFound", "404"],
            Signing = new() { Scheme = "azure-sas", Token = "?sv=2020-12-06&sig=secret-of-sas" },
        },
    };

    public static Backend AzureKey => AzureSas with
    {
        Policy = AzureSas.Policy! with { Signing = new() { Scheme = "azure-shared-key", AccessKey = "acct", SecretKey = "c2VjcmV0LW9mLWF6dXJl" } },
    };

    public static Backend B2 => At("b2", "f004.backblazeb2.com") with
    {
        Policy = Static("b2") with
        {
            PathPrefix = "/file/my-bucket", StripResponseHeaders = ["x-bz-*"],
            Signing = new() { Scheme = "b2-token", Bucket = "my-bucket", AccessKey = "0004", SecretKey = "secret-of-b2", Token = "token-of-b2" },
        },
    };

    public static Backend Gcs => At("gcs", "www-assets.storage.googleapis.com") with
    {
        Policy = Static("gcs") with
        {
            StripResponseHeaders = ["x-goog-*", "x-guploader-uploadid"], Missing = ["404", "403 AccessDenied"],
            Signing = new() { Scheme = "google-v4", AccessKey = "GOOG1EXAMPLE", SecretKey = "secret-of-gcs" },
        },
    };

    public static Backend Oss => At("oss", "my-bucket.oss-eu-central-1.aliyuncs.com") with
    {
        Policy = Static("oss") with
        {
            StripResponseHeaders = ["x-oss-*"],
            Signing = new() { Scheme = "oss-v4", Region = "oss-eu-central-1", Bucket = "my-bucket", AccessKey = "LTAI", SecretKey = "secret-of-oss" },
        },
    };

    public static Backend OssV1 => Oss with { Policy = Oss.Policy! with { Signing = Oss.Policy!.Signing! with { Scheme = "oss-v1", Token = "session" } } };

    /// <summary>Everything that no bucket needs: an application, its query picked, its errors worded at the edge.</summary>
    public static Backend Application => At("app", "app.example.com") with
    {
        Policy = new()
        {
            SinglePage = "/app.html", Query = "drop", QueryParameters = ["q", "page"], Methods = ["GET", "HEAD", "POST"],
            ErrorPages =
            [
                new() { Statuses = ["5xx"], Content = "<p>50% \"off\"</p>\n", Status = 503, Ttl = 0 },
                new() { Statuses = ["404", "410-418"], Path = "/errors/404.html", Content = "gone" },
            ],
            Ttl = [new() { Path = "/assets/*", Ttl = 86_400 }, new() { ContentType = "image/*", Statuses = ["2xx"], Ttl = 600 }, new() { Path = "*.json", Ttl = 0 }],
            EdgeAuth = new() { Form = "secret", Header = "X-From-Edge", Secret = "shared" },
        },
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static IReadOnlyDictionary<string, Backend> All { get; } = new Dictionary<string, Backend>
    {
        ["public-s3"] = PublicS3, ["private-s3"] = PrivateS3, ["azure-sas"] = AzureSas, ["azure-shared-key"] = AzureKey, ["b2"] = B2,
        ["gcs"] = Gcs, ["oss-v4"] = Oss, ["oss-v1"] = OssV1, ["application"] = Application,
    };

    private static Backend At(string name, string host) => new()
    {
        Name = name, Address = host, Port = 443, OverrideHost = host, SslSniHostname = host, SslCertHostname = host,
    };

    private static OriginPolicy Static(string store) => new()
    {
        Store = store, DirectoryIndex = "index.html", DirectoryRedirect = true, Query = "drop", Methods = ["GET", "HEAD"],
        ErrorPages = [new() { Path = "/404.html", Content = "<h1>Not found</h1>" }],
        Ttl = [new() { Path = "/assets/*", Ttl = 31_536_000 }],
    };
}
