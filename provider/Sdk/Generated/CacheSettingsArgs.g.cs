// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>How answers are cached, where a condition holds.</summary>
public sealed partial class CacheSettingsArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the settings, unique within the version.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>What happens to the answer; unset, it is cached as it says itself.</summary>
    [Input("action")]
    public Input<CacheSettingsAction>? Action { get; set; }

    /// <summary>How long the answer is fresh. In seconds. At least 0.</summary>
    [Input("ttl")]
    public Input<int>? Ttl { get; set; }

    /// <summary>How long it may be served after that, while the origin fails. In seconds. At least 0.</summary>
    [Input("staleTtl")]
    public Input<int>? StaleTtl { get; set; }

    /// <summary>Condition of type CACHE under which the settings apply. A name, or the definition itself: then it need not be listed.</summary>
    [Input("cacheCondition")]
    public InputUnion<string, ConditionDefinition>? CacheCondition { get; set; }
}
