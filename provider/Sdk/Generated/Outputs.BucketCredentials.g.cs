// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>What opens a private bucket. Region, service and bucket of the signature follow from the store; only who signs is told here.</summary>
[OutputType]
public sealed class BucketCredentials
{
    /// <summary>The scheme of signatures; see the signing of an origin policy. Default: the store's own.</summary>
    public readonly string? Scheme;

    /// <summary>Where the credentials come from. Default: given.</summary>
    public readonly BucketCredentialsSource? Source;

    /// <summary>Name of the source: prefix of the environment variables, path of the file, URL of the metadata service.</summary>
    public readonly string? SourceName;

    /// <summary>Access key id or application key id. Default: the account, for Azure.</summary>
    public readonly string? AccessKey;

    /// <summary>Secret access key, account key or application key.</summary>
    public readonly string? SecretKey;

    /// <summary>Session token; the shared access signature of Azure.</summary>
    public readonly string? Token;

    [OutputConstructor]
    public BucketCredentials(
        string? scheme = default,
        BucketCredentialsSource? source = default,
        string? sourceName = default,
        string? accessKey = default,
        string? secretKey = default,
        string? token = default)
    {
        Scheme = scheme;
        Source = source;
        SourceName = sourceName;
        AccessKey = accessKey;
        SecretKey = secretKey;
        Token = token;
    }
}
