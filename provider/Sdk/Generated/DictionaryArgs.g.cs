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

    [Input("items")]
    private InputMap<string>? _items;

    /// <summary>What the dictionary holds, exactly: items that are not here are removed. Belongs to no version, so a change of it alone makes none. Unset, the items are left as they are. Those of a writeOnly dictionary are secret.</summary>
    public InputMap<string> Items
    {
        get => _items ??= new InputMap<string>();
        set => _items = value;
    }
}
