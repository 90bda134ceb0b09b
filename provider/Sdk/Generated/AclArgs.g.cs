// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>A named list of addresses that expressions match against, as in client.ip ~ NAME.</summary>
public sealed partial class AclArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the list as expressions use it, unique within the version.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("entries")]
    private InputList<AclEntryArgs>? _entries;

    /// <summary>What the list holds, exactly: ranges that are not here are removed. Belongs to no version, so a change of it alone makes none. Unset, the entries are left as they are.</summary>
    public InputList<AclEntryArgs> Entries
    {
        get => _entries ??= new InputList<AclEntryArgs>();
        set => _entries = value;
    }
}
