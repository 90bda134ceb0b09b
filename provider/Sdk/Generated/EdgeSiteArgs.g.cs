// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>What a EdgeSite is made with.</summary>
public sealed partial class EdgeSiteArgs : global::Pulumi.ResourceArgs
{
    [Input("domains", required: true)]
    private InputList<string>? _domains;

    /// <summary>Host names the site answers for. *.example.com stands for every name below it.</summary>
    public InputList<string> Domains
    {
        get => _domains ??= new InputList<string>();
        set => _domains = value;
    }

    /// <summary>The store that the site is in: { s3: { bucket: www, region: eu-central-1 } }.</summary>
    [Input("origin", required: true)]
    public Input<SiteOriginArgs> Origin { get; set; } = null!;

    /// <summary>Name of the object that stands for a directory; empty, none does. Default: index.html.</summary>
    [Input("indexDocument")]
    public Input<string>? IndexDocument { get; set; }

    /// <summary>Path of the object that is answered, with status 404, when a page is missing.</summary>
    [Input("errorPage")]
    public Input<string>? ErrorPage { get; set; }

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

    /// <summary>What the service is for; for people only.</summary>
    [Input("comment")]
    public Input<string>? Comment { get; set; }

    /// <summary>Whether changes go live. Default: always.</summary>
    [Input("activate")]
    public Input<ActivateMode>? Activate { get; set; }
}
