// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>How requests are signed for a private bucket.</summary>
[OutputType]
public sealed class RequestSigning
{
    /// <summary>The scheme. Default: aws-v4.</summary>
    public readonly RequestSigningScheme? Scheme;

    /// <summary>Region that is signed for: eu-central-1, auto.</summary>
    public readonly string? Region;

    /// <summary>Service that is signed for. Default: s3 for aws-v4, storage for google-v4, oss for oss-v4.</summary>
    public readonly string? Service;

    /// <summary>The bucket, where the signature holds it although the path does not: oss-v1, oss-v4, b2-token.</summary>
    public readonly string? Bucket;

    /// <summary>Where the credentials come from. Default: given.</summary>
    public readonly RequestSigningCredentials? Credentials;

    /// <summary>Name of the source: prefix of the environment variables, path of the file, URL of the metadata service. Default: the store's own: AWS_ and the like, ~/.aws/credentials, the address that the platform names.</summary>
    public readonly string? CredentialsName;

    /// <summary>Access key id; the storage account for azure-shared-key; the application key id for b2-token.</summary>
    public readonly string? AccessKey;

    /// <summary>Secret access key; the account key for azure-shared-key; the application key for b2-token.</summary>
    public readonly string? SecretKey;

    /// <summary>Session token; the shared access signature for azure-sas.</summary>
    public readonly string? Token;

    [OutputConstructor]
    public RequestSigning(
        RequestSigningScheme? scheme = default,
        string? region = default,
        string? service = default,
        string? bucket = default,
        RequestSigningCredentials? credentials = default,
        string? credentialsName = default,
        string? accessKey = default,
        string? secretKey = default,
        string? token = default)
    {
        Scheme = scheme;
        Region = region;
        Service = service;
        Bucket = bucket;
        Credentials = credentials;
        CredentialsName = credentialsName;
        AccessKey = accessKey;
        SecretKey = secretKey;
        Token = token;
    }
}
