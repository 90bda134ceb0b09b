using EdgeInfra.Edge.Signing.Text;

namespace EdgeInfra.Edge.Signing.V4;

/// <summary>The words in which AWS, Google and Alibaba speak one and the same scheme.</summary>
internal sealed record V4Dialect(string Algorithm, string KeyPrefix, string Terminator, string Prefix)
{
    public const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    /// <summary>SHA-256 of nothing.</summary>
    public const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>Amazon S3 and stores that speak its language.</summary>
    public static V4Dialect Aws { get; } = new("AWS4-HMAC-SHA256", "AWS4", "aws4_request", "x-amz-");

    /// <summary>AWS's other services, which see a path twice escaped and do not ask for the hash of the body in a header.</summary>
    public static V4Dialect AwsService { get; } = Aws with { Path = PathRule.TwiceNormalised, HasHashHeader = false };

    public static V4Dialect Google { get; } = new("GOOG4-HMAC-SHA256", "GOOG4", "goog4_request", "x-goog-");

    public static V4Dialect Oss { get; } = new("OSS4-HMAC-SHA256", "aliyun_v4", "aliyun_v4_request", "x-oss-") { IsOss = true };

    public PathRule Path { get; init; } = PathRule.Once;

    public bool HasHashHeader { get; init; } = true;

    /// <summary>
    /// The bucket stands in the signed path though not on the wire, the host is not signed, parameters without a value have no equals sign,
    /// and only headers beyond the usual ones are listed.
    /// </summary>
    public bool IsOss { get; private init; }

    public string DateHeader { get; } = Prefix + "date";

    public string HashHeader { get; } = Prefix + "content-sha256";

    public string TokenHeader { get; } = Prefix + "security-token";
}
