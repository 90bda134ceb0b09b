// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>Where a bucket of Heroku is, and how its objects are served.</summary>
public sealed partial class HerokuStoreArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the backend and of its healthcheck, unique within the version. Default: the component's name in the program.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Name of the app, or its whole host name.</summary>
    [Input("app", required: true)]
    public Input<string> App { get; set; } = null!;

    /// <summary>Where the store is reached instead: https://minio.example:9000. Without a scheme it is https; one that begins with the bucket's name is the bucket's own.</summary>
    [Input("endpoint")]
    public Input<string>? Endpoint { get; set; }

    /// <summary>Host name of your own by which the bucket is reached.</summary>
    [Input("customDomain")]
    public Input<string>? CustomDomain { get; set; }

    /// <summary>Folder of the bucket that holds the site, beginning with a slash and not ending with one.</summary>
    [Input("folder")]
    public Input<string>? Folder { get; set; }

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
