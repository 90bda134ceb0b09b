// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>A named table of texts that expressions look up, as in table.lookup(NAME, key).</summary>
[OutputType]
public sealed class Dictionary
{
    /// <summary>Name of the table as expressions use it, unique within the version.</summary>
    public readonly string Name;

    /// <summary>Whether its items can only be written, never read back. Default: false.</summary>
    public readonly bool? WriteOnly;

    /// <summary>What the dictionary holds, exactly: items that are not here are removed. Belongs to no version, so a change of it alone makes none. Unset, the items are left as they are. Those of a writeOnly dictionary are secret.</summary>
    public readonly ImmutableDictionary<string, string> Items;

    [OutputConstructor]
    public Dictionary(
        string name,
        bool? writeOnly = default,
        ImmutableDictionary<string, string>? items = default)
    {
        Name = name;
        WriteOnly = writeOnly;
        Items = items ?? ImmutableDictionary<string, string>.Empty;
    }
}
