// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>A piece of VCL for one place of the generated program. The bundled runtime keeps it and never executes it.</summary>
public sealed partial class SnippetArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the snippet, unique within the version.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Where the snippet goes.</summary>
    [Input("type", required: true)]
    public Input<SnippetType> Type { get; set; } = null!;

    /// <summary>The VCL. That of a dynamic snippet belongs to no version: unset, it is left as it is.</summary>
    [Input("content")]
    public Input<string>? Content { get; set; }

    /// <summary>Order among the snippets of the same place, smallest first. Default: 100.</summary>
    [Input("priority")]
    public Input<int>? Priority { get; set; }

    /// <summary>Whether the content changes without a new version. Default: false.</summary>
    [Input("dynamic")]
    public Input<bool>? Dynamic { get; set; }
}
