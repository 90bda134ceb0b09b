namespace EdgeInfra.Model;

/// <summary>What opens a private bucket. Region, service and bucket of the signature follow from the store; only who signs is told here.</summary>
public sealed record BucketCredentials
{
    public static FieldTable<BucketCredentials> Fields { get; } = new(ObjectKind.Part, "credentials", "credentials")
    {
        Summary = "What opens a private bucket. Region, service and bucket of the signature follow from the store; only who signs is told here.",
    };

    [Field("The scheme of signatures; see the signing of an origin policy.", DefaultFrom = "the store's own")]
    public string? Scheme { get; init; }

    [Field("Where the credentials come from.", DefaultFrom = "given")]
    [Choice("given", "From accessKey, secretKey and token")]
    [Choice("environment", "From environment variables of the edge")]
    [Choice("file", "From a file on the edge, read again when it changes")]
    [Choice("metadata", "From the metadata service of the machine or container the edge runs on")]
    public string Source { get; init; } = "given";

    [Field("Name of the source: prefix of the environment variables, path of the file, URL of the metadata service.")]
    public string? SourceName { get; init; }

    [Field("Access key id or application key id.", DefaultFrom = "the account, for Azure")]
    public string? AccessKey { get; init; }

    [Field("Secret access key, account key or application key.", Format = TextFormat.Free, Secret = true)]
    public string? SecretKey { get; init; }

    [Field("Session token; the shared access signature of Azure.", Format = TextFormat.Free, Secret = true)]
    public string? Token { get; init; }
}
