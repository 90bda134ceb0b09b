namespace EdgeInfra.Model;

/// <summary>How requests are signed for a private bucket: after the cache, per attempt, never towards a shield.</summary>
public sealed record RequestSigning
{
    public static FieldTable<RequestSigning> Fields { get; } = new(ObjectKind.Part, "signature", "signatures")
    {
        Summary = "How requests are signed for a private bucket.",
    };

    [Field("The scheme.")]
    [Choice("aws-v4", "AWS Signature Version 4, in headers; also for stores that speak S3 and for HMAC keys of Google Cloud Storage", Name = "AwsV4")]
    [Choice("google-v4", "GOOG4-HMAC-SHA256 of Google Cloud Storage", Name = "GoogleV4")]
    [Choice("azure-shared-key", "Azure's Shared Key")]
    [Choice("azure-sas", "Azure's shared access signature, appended to the query")]
    [Choice("oss-v1", "Alibaba Cloud OSS, version 1")]
    [Choice("oss-v4", "Alibaba Cloud OSS, version 4")]
    [Choice("b2-token", "Backblaze B2's authorisation token")]
    public string Scheme { get; init; } = "aws-v4";

    [Field("Region that is signed for: eu-central-1, auto.")]
    public string? Region { get; init; }

    [Field("Service that is signed for.", DefaultFrom = "s3 for aws-v4, storage for google-v4, oss for oss-v4")]
    public string? Service { get; init; }

    [Field("The bucket, where the signature holds it although the path does not: oss-v1, oss-v4, b2-token.")]
    public string? Bucket { get; init; }

    [Field("Where the credentials come from.")]
    [Choice("given", "From accessKey, secretKey and token")]
    [Choice("environment", "From environment variables of the edge")]
    [Choice("file", "From a file on the edge, read again when it changes")]
    [Choice("metadata", "From the metadata service of the machine or container the edge runs on")]
    public string Credentials { get; init; } = "given";

    [Field("Name of the source: prefix of the environment variables, path of the file, URL of the metadata service.",
        DefaultFrom = "the store's own: AWS_ and the like, ~/.aws/credentials, the address that the platform names")]
    public string? CredentialsName { get; init; }

    [Field("Access key id; the storage account for azure-shared-key; the application key id for b2-token.")]
    public string? AccessKey { get; init; }

    [Field("Secret access key; the account key for azure-shared-key; the application key for b2-token.", Format = TextFormat.Free, Secret = true)]
    public string? SecretKey { get; init; }

    [Field("Session token; the shared access signature for azure-sas.", Format = TextFormat.Free, Secret = true)]
    public string? Token { get; init; }

    /// <summary>Enough for a log; the secrets stay out.</summary>
    public override string ToString() => $"{Scheme} with credentials {Credentials}";
}
