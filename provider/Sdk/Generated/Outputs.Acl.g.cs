// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>A named list of addresses that expressions match against, as in client.ip ~ NAME.</summary>
[OutputType]
public sealed class Acl
{
    /// <summary>Name of the list as expressions use it, unique within the version.</summary>
    public readonly string Name;

    /// <summary>What the list holds, exactly: ranges that are not here are removed. Belongs to no version, so a change of it alone makes none. Unset, the entries are left as they are.</summary>
    public readonly ImmutableArray<Outputs.AclEntry> Entries;

    [OutputConstructor]
    public Acl(
        string name,
        ImmutableArray<Outputs.AclEntry> entries = default)
    {
        Name = name;
        Entries = entries.IsDefault ? [] : entries;
    }
}
