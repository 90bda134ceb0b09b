// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>A piece of VCL for one place of the generated program. The bundled runtime keeps it and never executes it.</summary>
[OutputType]
public sealed class Snippet
{
    /// <summary>Name of the snippet, unique within the version.</summary>
    public readonly string Name;

    /// <summary>Where the snippet goes.</summary>
    public readonly SnippetType Type;

    /// <summary>The VCL. That of a dynamic snippet belongs to no version: unset, it is left as it is.</summary>
    public readonly string? Content;

    /// <summary>Order among the snippets of the same place, smallest first. Default: 100.</summary>
    public readonly int? Priority;

    /// <summary>Whether the content changes without a new version. Default: false.</summary>
    public readonly bool? Dynamic;

    [OutputConstructor]
    public Snippet(
        string name,
        SnippetType type,
        string? content = default,
        int? priority = default,
        bool? dynamic = default)
    {
        Name = name;
        Type = type;
        Content = content;
        Priority = priority;
        Dynamic = dynamic;
    }
}
