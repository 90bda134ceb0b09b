// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>How long answers that fit live in the cache. What a rule leaves out fits everything.</summary>
public sealed partial class TtlRuleArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Pattern of the client's path, without its query: * stands for any text, also with slashes: /assets/*, *.html.</summary>
    [Input("path")]
    public Input<string>? Path { get; set; }

    /// <summary>Pattern of the content type without its parameters: image/*, text/html.</summary>
    [Input("contentType")]
    public Input<string>? ContentType { get; set; }

    [Input("statuses")]
    private InputList<string>? _statuses;

    /// <summary>Statuses: 200, 4xx, 500-503. Empty, 200, 203, 300, 301, 302, 404 and 410, as Fastly caches.</summary>
    public InputList<string> Statuses
    {
        get => _statuses ??= new InputList<string>();
        set => _statuses = value;
    }

    /// <summary>Lifetime in the cache; 0 keeps it out. In seconds. From 0 to 31536000. Default: 0.</summary>
    [Input("ttl")]
    public Input<int>? Ttl { get; set; }
}
