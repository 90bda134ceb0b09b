// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>A file of VCL. The bundled runtime keeps it and never executes it.</summary>
public sealed partial class VclArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the file, unique within the version.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>The VCL.</summary>
    [Input("content")]
    public Input<string>? Content { get; set; }

    /// <summary>Whether this is the program, which may include the other files; one file at most is. Default: false.</summary>
    [Input("main")]
    public Input<bool>? Main { get; set; }
}
