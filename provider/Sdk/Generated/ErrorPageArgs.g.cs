// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>What is answered instead of an origin's error: an object of the same origin, or a text of its own.</summary>
public sealed partial class ErrorPageArgs : global::Pulumi.ResourceArgs
{
    [Input("statuses")]
    private InputList<string>? _statuses;

    /// <summary>Statuses it stands in for: 404, 4xx, 500-503. What counts as missing is a 404 here.</summary>
    public InputList<string> Statuses
    {
        get => _statuses ??= new InputList<string>();
        set => _statuses = value;
    }

    /// <summary>Path of the object, beginning with a slash; it goes the policy's way, with prefix and signature.</summary>
    [Input("path")]
    public Input<string>? Path { get; set; }

    /// <summary>The text itself, where there is no object, or when the object is missing too.</summary>
    [Input("content")]
    public Input<string>? Content { get; set; }

    /// <summary>Content type of the text. Default: text/html; charset=utf-8.</summary>
    [Input("contentType")]
    public Input<string>? ContentType { get; set; }

    /// <summary>Status to answer with; unset, the origin's. From 200 to 599.</summary>
    [Input("status")]
    public Input<int>? Status { get; set; }

    /// <summary>How long the page lives in the cache, whatever the origin says of it; with a status of 500 or above it is never kept. In seconds. From 0 to 31536000. Default: 60.</summary>
    [Input("ttl")]
    public Input<int>? Ttl { get; set; }
}
