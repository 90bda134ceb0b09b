// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>What opens a private bucket. Region, service and bucket of the signature follow from the store; only who signs is told here.</summary>
public sealed partial class BucketCredentialsArgs : global::Pulumi.ResourceArgs
{
    /// <summary>The scheme of signatures; see the signing of an origin policy. Default: the store's own.</summary>
    [Input("scheme")]
    public Input<string>? Scheme { get; set; }

    /// <summary>Where the credentials come from. Default: given.</summary>
    [Input("source")]
    public Input<BucketCredentialsSource>? Source { get; set; }

    /// <summary>Name of the source: prefix of the environment variables, path of the file, URL of the metadata service.</summary>
    [Input("sourceName")]
    public Input<string>? SourceName { get; set; }

    /// <summary>Access key id or application key id. Default: the account, for Azure.</summary>
    [Input("accessKey")]
    public Input<string>? AccessKey { get; set; }

    [Input("secretKey")]
    private Input<string>? _secretKey;

    /// <summary>Secret access key, account key or application key.</summary>
    public Input<string>? SecretKey
    {
        get => _secretKey;
        set => _secretKey = value is null ? null : (Input<string>)Output.Tuple<Input<string>?, int>(value, Output.CreateSecret(0)).Apply(both => both.Item1);
    }

    [Input("token")]
    private Input<string>? _token;

    /// <summary>Session token; the shared access signature of Azure.</summary>
    public Input<string>? Token
    {
        get => _token;
        set => _token = value is null ? null : (Input<string>)Output.Tuple<Input<string>?, int>(value, Output.CreateSecret(0)).Apply(both => both.Item1);
    }
}
