// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>How answers are cached, where a condition holds.</summary>
[OutputType]
public sealed class CacheSettings
{
    /// <summary>Name of the settings, unique within the version.</summary>
    public readonly string Name;

    /// <summary>What happens to the answer; unset, it is cached as it says itself.</summary>
    public readonly CacheSettingsAction? Action;

    /// <summary>How long the answer is fresh. In seconds. At least 0.</summary>
    public readonly int? Ttl;

    /// <summary>How long it may be served after that, while the origin fails. In seconds. At least 0.</summary>
    public readonly int? StaleTtl;

    /// <summary>Condition of type CACHE under which the settings apply. A name, or the definition itself: then it need not be listed.</summary>
    public readonly Union<string, ConditionDefinition>? CacheCondition;

    [OutputConstructor]
    public CacheSettings(
        string name,
        CacheSettingsAction? action = default,
        int? ttl = default,
        int? staleTtl = default,
        Union<string, ConditionDefinition>? cacheCondition = default)
    {
        Name = name;
        Action = action;
        Ttl = ttl;
        StaleTtl = staleTtl;
        CacheCondition = cacheCondition;
    }
}
