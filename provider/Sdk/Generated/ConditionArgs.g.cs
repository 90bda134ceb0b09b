// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>What a Condition is made with.</summary>
public sealed partial class ConditionArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the condition, unique within the version. Default: the resource's name in the program.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>When the expression is evaluated. Cannot be changed in place.</summary>
    [Input("type", required: true)]
    public Input<ConditionType> Type { get; set; } = null!;

    /// <summary>The expression, for example req.url.path ~ "^/api/".</summary>
    [Input("statement", required: true)]
    public Input<string> Statement { get; set; } = null!;

    /// <summary>Order of evaluation, smallest first; of several satisfied conditions for backends the last one decides. Default of Fastly's API. Default: 100.</summary>
    [Input("priority")]
    public Input<int>? Priority { get; set; }

    /// <summary>What the condition is for; for people only.</summary>
    [Input("comment")]
    public Input<string>? Comment { get; set; }
}
