// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>An answer the edge gives itself, where a condition holds.</summary>
public sealed partial class ResponseObjectArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the answer, unique within the version.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>HTTP status. From 100 to 999. Default: 200.</summary>
    [Input("status")]
    public Input<int>? Status { get; set; }

    /// <summary>Reason phrase. Default: Ok.</summary>
    [Input("response")]
    public Input<string>? Response { get; set; }

    /// <summary>Body.</summary>
    [Input("content")]
    public Input<string>? Content { get; set; }

    /// <summary>Content-Type header.</summary>
    [Input("contentType")]
    public Input<string>? ContentType { get; set; }

    /// <summary>Condition of type REQUEST under which the answer is given. A name, or the definition itself: then it need not be listed.</summary>
    [Input("requestCondition")]
    public InputUnion<string, ConditionDefinition>? RequestCondition { get; set; }

    /// <summary>Condition of type CACHE under which the answer is given. A name, or the definition itself: then it need not be listed.</summary>
    [Input("cacheCondition")]
    public InputUnion<string, ConditionDefinition>? CacheCondition { get; set; }
}
