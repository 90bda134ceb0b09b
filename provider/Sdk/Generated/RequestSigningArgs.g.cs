// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>How requests are signed for a private bucket.</summary>
public sealed partial class RequestSigningArgs : global::Pulumi.ResourceArgs
{
    /// <summary>The scheme. Default: aws-v4.</summary>
    [Input("scheme")]
    public Input<RequestSigningScheme>? Scheme { get; set; }

    /// <summary>Region that is signed for: eu-central-1, auto.</summary>
    [Input("region")]
    public Input<string>? Region { get; set; }

    /// <summary>Service that is signed for. Default: s3 for aws-v4, storage for google-v4, oss for oss-v4.</summary>
    [Input("service")]
    public Input<string>? Service { get; set; }

    /// <summary>The bucket, where the signature holds it although the path does not: oss-v1, oss-v4, b2-token.</summary>
    [Input("bucket")]
    public Input<string>? Bucket { get; set; }

    /// <summary>Where the credentials come from. Default: given.</summary>
    [Input("credentials")]
    public Input<RequestSigningCredentials>? Credentials { get; set; }

    /// <summary>Name of the source: prefix of the environment variables, path of the file, URL of the metadata service. Default: the store's own: AWS_ and the like, ~/.aws/credentials, the address that the platform names.</summary>
    [Input("credentialsName")]
    public Input<string>? CredentialsName { get; set; }

    /// <summary>Access key id; the storage account for azure-shared-key; the application key id for b2-token.</summary>
    [Input("accessKey")]
    public Input<string>? AccessKey { get; set; }

    [Input("secretKey")]
    private Input<string>? _secretKey;

    /// <summary>Secret access key; the account key for azure-shared-key; the application key for b2-token.</summary>
    public Input<string>? SecretKey
    {
        get => _secretKey;
        set => _secretKey = value is null ? null : (Input<string>)Output.Tuple<Input<string>?, int>(value, Output.CreateSecret(0)).Apply(both => both.Item1);
    }

    [Input("token")]
    private Input<string>? _token;

    /// <summary>Session token; the shared access signature for azure-sas.</summary>
    public Input<string>? Token
    {
        get => _token;
        set => _token = value is null ? null : (Input<string>)Output.Tuple<Input<string>?, int>(value, Output.CreateSecret(0)).Apply(both => both.Item1);
    }
}
