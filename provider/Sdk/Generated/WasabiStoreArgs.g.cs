// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>Where a bucket of Wasabi is, and how its objects are served.</summary>
public sealed partial class WasabiStoreArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the backend and of its healthcheck, unique within the version. Default: the component's name in the program.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Name of the bucket.</summary>
    [Input("bucket", required: true)]
    public Input<string> Bucket { get; set; } = null!;

    /// <summary>Region of the bucket, as the store spells it.</summary>
    [Input("region", required: true)]
    public Input<string> Region { get; set; } = null!;

    /// <summary>Where the store is reached instead: https://minio.example:9000. Without a scheme it is https; one that begins with the bucket's name is the bucket's own.</summary>
    [Input("endpoint")]
    public Input<string>? Endpoint { get; set; }

    /// <summary>Whether the bucket stands in the path instead of the host name. Default: true where no certificate covers the bucket's name, or an endpoint is given.</summary>
    [Input("pathStyle")]
    public Input<bool>? PathStyle { get; set; }

    /// <summary>What opens a private bucket; unset, it is public.</summary>
    [Input("credentials")]
    public Input<BucketCredentialsArgs>? Credentials { get; set; }

    /// <summary>Whether whoever asks may list the bucket. Then a missing object is a 404 there, and a 403 is always a mistake. Default: false.</summary>
    [Input("listable")]
    public Input<bool>? Listable { get; set; }

    /// <summary>Folder of the bucket that holds the site, beginning with a slash and not ending with one.</summary>
    [Input("folder")]
    public Input<string>? Folder { get; set; }

    /// <summary>Name of the object that stands for a directory; empty, none does. Default: index.html.</summary>
    [Input("indexDocument")]
    public Input<string>? IndexDocument { get; set; }

    /// <summary>Whether a directory without a slash at its end is redirected to the one with a slash. Default: true where there is an index document.</summary>
    [Input("directoryRedirect")]
    public Input<bool>? DirectoryRedirect { get; set; }

    /// <summary>Path of the object that is answered, with status 404, when a page is missing.</summary>
    [Input("errorPage")]
    public Input<string>? ErrorPage { get; set; }

    [Input("errorPages")]
    private InputList<ErrorPageArgs>? _errorPages;

    /// <summary>Further error pages.</summary>
    public InputList<ErrorPageArgs> ErrorPages
    {
        get => _errorPages ??= new InputList<ErrorPageArgs>();
        set => _errorPages = value;
    }

    /// <summary>Path of the object that browsers get for missing pages, with status 200.</summary>
    [Input("singlePage")]
    public Input<string>? SinglePage { get; set; }

    [Input("ttl")]
    private InputList<TtlRuleArgs>? _ttl;

    /// <summary>Lifetimes in the cache, before the store's own.</summary>
    public InputList<TtlRuleArgs> Ttl
    {
        get => _ttl ??= new InputList<TtlRuleArgs>();
        set => _ttl = value;
    }

    /// <summary>How the edge proves to the origin that a request came through it.</summary>
    [Input("edgeAuth")]
    public Input<EdgeAuthArgs>? EdgeAuth { get; set; }

    /// <summary>Path that the healthcheck asks for; it expects a 200. Unset, the top of the bucket, which proves that name, certificate and service work.</summary>
    [Input("healthPath")]
    public Input<string>? HealthPath { get; set; }
}
