// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>One change of one header, of the request or of the answer.</summary>
public sealed partial class HeaderArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the rule, unique within the version.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>What is done.</summary>
    [Input("action", required: true)]
    public Input<HeaderAction> Action { get; set; } = null!;

    /// <summary>Which headers are meant.</summary>
    [Input("type", required: true)]
    public Input<HeaderType> Type { get; set; } = null!;

    /// <summary>What is changed, for example http.Foo.</summary>
    [Input("dst", required: true)]
    public Input<string> Dst { get; set; } = null!;

    /// <summary>Expression whose value is taken.</summary>
    [Input("src")]
    public Input<string>? Src { get; set; }

    /// <summary>Regular expression that is looked for.</summary>
    [Input("regex")]
    public Input<string>? Regex { get; set; }

    /// <summary>What a match is replaced with.</summary>
    [Input("substitution")]
    public Input<string>? Substitution { get; set; }

    /// <summary>Whether a header that is there already stays as it is. Default: false.</summary>
    [Input("ignoreIfSet")]
    public Input<bool>? IgnoreIfSet { get; set; }

    /// <summary>Order among the rules, smallest first. Default: 100.</summary>
    [Input("priority")]
    public Input<int>? Priority { get; set; }

    /// <summary>Condition of type REQUEST under which the rule is applied. A name, or the definition itself: then it need not be listed.</summary>
    [Input("requestCondition")]
    public InputUnion<string, ConditionDefinition>? RequestCondition { get; set; }

    /// <summary>Condition of type CACHE under which the rule is applied. A name, or the definition itself: then it need not be listed.</summary>
    [Input("cacheCondition")]
    public InputUnion<string, ConditionDefinition>? CacheCondition { get; set; }

    /// <summary>Condition of type RESPONSE under which the rule is applied. A name, or the definition itself: then it need not be listed.</summary>
    [Input("responseCondition")]
    public InputUnion<string, ConditionDefinition>? ResponseCondition { get; set; }
}
