// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra;

/// <summary>A condition with everything settled: the output "definition" of a Condition, for a ServiceVersion to list.</summary>
[OutputType]
public sealed class ConditionDefinition
{
    /// <summary>Name of the condition, unique within the version.</summary>
    public readonly string Name;

    /// <summary>When the expression is evaluated. Cannot be changed in place.</summary>
    public readonly ConditionType Type;

    /// <summary>The expression, for example req.url.path ~ "^/api/".</summary>
    public readonly string Statement;

    /// <summary>Order of evaluation, smallest first; of several satisfied conditions for backends the last one decides. Default of Fastly's API. Default: 100.</summary>
    public readonly int? Priority;

    /// <summary>What the condition is for; for people only.</summary>
    public readonly string? Comment;

    [OutputConstructor]
    public ConditionDefinition(
        string name,
        ConditionType type,
        string statement,
        int? priority = default,
        string? comment = default)
    {
        Name = name;
        Type = type;
        Statement = statement;
        Priority = priority;
        Comment = comment;
    }
}
