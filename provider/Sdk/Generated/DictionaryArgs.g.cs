// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>A named table of texts that expressions look up, as in table.lookup(NAME, key).</summary>
public sealed partial class DictionaryArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the table as expressions use it, unique within the version.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Whether its items can only be written, never read back. Default: false.</summary>
    [Input("writeOnly")]
    public Input<bool>? WriteOnly { get; set; }
}
