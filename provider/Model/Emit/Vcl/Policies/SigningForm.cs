namespace EdgeInfra.Model;

/// <summary>What tells apart the signatures that are built as Amazon's fourth version is.</summary>
internal sealed record SigningForm(string Algorithm, string Header, string KeyPrefix, string Region, string Service, string End)
{
    public bool IsAws => KeyPrefix == "AWS4";

    /// <summary>Alibaba's signs the bucket although the path does not hold it, and no header it was not asked to.</summary>
    public bool SignsBucket => Header == "x-oss";

    public bool SignsHost => !SignsBucket;

    public static SigningForm Of(RequestSigning signing) => signing.Scheme switch
    {
        "google-v4" => new("GOOG4-HMAC-SHA256", "x-goog", "GOOG4", Or(signing.Region, "auto"), Or(signing.Service, "storage"), "goog4_request"),
        "oss-v4" => new("OSS4-HMAC-SHA256", "x-oss", "aliyun_v4", Bare(Or(signing.Region, "")), Or(signing.Service, "oss"), "aliyun_v4_request"),
        _ => new("AWS4-HMAC-SHA256", "x-amz", "AWS4", Or(signing.Region, "us-east-1"), Or(signing.Service, "s3"), "aws4_request"),
    };

    private static string Or(string? text, string otherwise) => text is { Length: > 0 } given ? given : otherwise;

    // Its host names begin so; its signatures do not.
    private static string Bare(string region) => region.StartsWith("oss-", StringComparison.Ordinal) ? region[4..] : region;
}
