using EdgeInfra.Model;
using Kit;
using static Unit.Edge.Proxy.Conformance.PolicyWire;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>What a bucket sees of signatures. Whether they are right, the buckets of other tests say.</summary>
internal static class SigningRows
{
    public static readonly RequestSigning Aws = new() { Region = "eu-west-1", AccessKey = "AKID", SecretKey = "c2VjcmV0" };

    private static readonly RequestSigning Oss = Aws with { Scheme = "oss-v4", Bucket = "b" };

    private static readonly Dictionary<string, string> Variables = new()
    {
        ["AWS_ACCESS_KEY_ID"] = "usual", ["AWS_SECRET_ACCESS_KEY"] = "s", ["SITE_ACCESS_KEY_ID"] = "ours", ["SITE_SECRET_ACCESS_KEY"] = "s",
    };

    public static readonly Row[] All =
    [
        new("signing.scheme", "default", () => Signs(Aws, "^AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/s3/aws4_request,")),
        new("signing.scheme", "google-v4", () => Signs(Aws with { Scheme = "google-v4" }, "^GOOG4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/storage/goog4_request,")),
        new("signing.scheme", "azure-shared-key", () => Signs(Aws with { Scheme = "azure-shared-key" }, "^SharedKey AKID:")),
        new("signing.scheme", "azure-sas", () => Asks(Plain with { Signing = new() { Scheme = "azure-sas", Token = "sv=1&sig=x" } }, "GET /x", "GET /x?sv=1&sig=x")),
        new("signing.scheme", "oss-v1", () => Signs(Oss with { Scheme = "oss-v1" }, "^OSS AKID:")),
        new("signing.scheme", "oss-v4", () => Signs(Oss, "^OSS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/oss/aliyun_v4_request,")),
        new("signing.scheme", "b2-token", IsBought),
        new("signing.region", "one", () => Signs(Aws, "/eu-west-1/")),
        new("signing.region", "another", () => Signs(Aws with { Region = "auto" }, "/auto/")),
        new("signing.service", "default", () => Signs(Aws, "/s3/")),
        new("signing.service", "another", () => Signs(Aws with { Service = "storage" }, "/storage/")),
        new("signing.bucket", "of oss-v4", () => Differ(Oss, Oss with { Bucket = "c" })),
        new("signing.bucket", "of oss-v1", () => Differ(Oss with { Scheme = "oss-v1" }, Oss with { Scheme = "oss-v1", Bucket = "c" })),
        new("signing.credentials", "default", () => Signs(Aws, "=AKID/")),
        new("signing.credentials", "environment", () => Signs(Aws with { Credentials = "environment" }, "=usual/")),
        new("signing.credentials", "file", () => IsOf("file", "=filed/")),
        new("signing.credentials", "metadata", () => IsOf("metadata", "=served/")),
        new("signing.credentialsName", "default", () => Signs(Aws with { Credentials = "environment" }, "=usual/")),
        new("signing.credentialsName", "a prefix", () => Signs(Aws with { Credentials = "environment", CredentialsName = "SITE_" }, "=ours/")),
        new("signing.accessKey", "one", () => Signs(Aws, "=AKID/")),
        new("signing.accessKey", "another", () => Signs(Aws with { AccessKey = "AKIE" }, "=AKIE/")),
        new("signing.secretKey", "one or another", () => Differ(Aws, Aws with { SecretKey = "b3RoZXI=" })),
        new("signing.secretKey", "of Azure", () => Differ(Aws with { Scheme = "azure-shared-key" }, Aws with { Scheme = "azure-shared-key", SecretKey = "b3RoZXI=" })),
        new("signing.token", "default", () => Token(null, "")),
        new("signing.token", "some", () => Token("t", "t")),
    ];

    private static async Task Signs(RequestSigning signing, string pattern) =>
        Assert.Matches(pattern, await Header(Plain with { Signing = signing }, "Authorization", Variables));

    private static async Task Differ(RequestSigning one, RequestSigning another) => Assert.NotEqual(
        await Header(Plain with { Signing = one }, "Authorization"), await Header(Plain with { Signing = another }, "Authorization"));

    private static async Task Token(string? token, string expected) =>
        Assert.Equal(expected, await Header(Plain with { Signing = Aws with { Token = token } }, "x-amz-security-token"));

    private static async Task IsOf(string credentials, string pattern)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.At("keys"), "[default]\naws_access_key_id = filed\naws_secret_access_key = s\n");
        await using var service = Kit.Origin.Answering(_ => Json("""{"AccessKeyId":"served","SecretAccessKey":"s"}"""));
        var name = credentials == "file" ? folder.At("keys") : $"http://127.0.0.1:{service.Port}/keys";
        await Signs(Aws with { Credentials = credentials, CredentialsName = name }, pattern);
    }

    private static async Task IsBought()
    {
        await using var service = Kit.Origin.Answering(_ => Json("""{"authorizationToken":"token"}"""));
        Dictionary<string, string> variables = new() { ["B2_API_URL"] = $"http://127.0.0.1:{service.Port}" };
        Assert.Equal("token", await Header(Plain with { Signing = Aws with { Scheme = "b2-token" } }, "Authorization", variables));
    }

    private static string Json(string text) => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {text.Length}\r\n\r\n{text}";
}
