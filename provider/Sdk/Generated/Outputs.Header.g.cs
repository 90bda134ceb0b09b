// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>One change of one header, of the request or of the answer.</summary>
[OutputType]
public sealed class Header
{
    /// <summary>Name of the rule, unique within the version.</summary>
    public readonly string Name;

    /// <summary>What is done.</summary>
    public readonly HeaderAction Action;

    /// <summary>Which headers are meant.</summary>
    public readonly HeaderType Type;

    /// <summary>What is changed, for example http.Foo.</summary>
    public readonly string Dst;

    /// <summary>Expression whose value is taken.</summary>
    public readonly string? Src;

    /// <summary>Regular expression that is looked for.</summary>
    public readonly string? Regex;

    /// <summary>What a match is replaced with.</summary>
    public readonly string? Substitution;

    /// <summary>Whether a header that is there already stays as it is. Default: false.</summary>
    public readonly bool? IgnoreIfSet;

    /// <summary>Order among the rules, smallest first. Default: 100.</summary>
    public readonly int? Priority;

    /// <summary>Condition of type REQUEST under which the rule is applied. A name, or the definition itself: then it need not be listed.</summary>
    public readonly Union<string, ConditionDefinition>? RequestCondition;

    /// <summary>Condition of type CACHE under which the rule is applied. A name, or the definition itself: then it need not be listed.</summary>
    public readonly Union<string, ConditionDefinition>? CacheCondition;

    /// <summary>Condition of type RESPONSE under which the rule is applied. A name, or the definition itself: then it need not be listed.</summary>
    public readonly Union<string, ConditionDefinition>? ResponseCondition;

    [OutputConstructor]
    public Header(
        string name,
        HeaderAction action,
        HeaderType type,
        string dst,
        string? src = default,
        string? regex = default,
        string? substitution = default,
        bool? ignoreIfSet = default,
        int? priority = default,
        Union<string, ConditionDefinition>? requestCondition = default,
        Union<string, ConditionDefinition>? cacheCondition = default,
        Union<string, ConditionDefinition>? responseCondition = default)
    {
        Name = name;
        Action = action;
        Type = type;
        Dst = dst;
        Src = src;
        Regex = regex;
        Substitution = substitution;
        IgnoreIfSet = ignoreIfSet;
        Priority = priority;
        RequestCondition = requestCondition;
        CacheCondition = cacheCondition;
        ResponseCondition = responseCondition;
    }
}
