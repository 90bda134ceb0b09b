using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Plugin.Records;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Versions;

/// <summary>One list of a manifest. An item is null while nothing is known of it; so may be the whole list.</summary>
internal sealed record ManifestList(IFieldTable Table, ImmutableArray<Declared?> Items, bool Unknown = false, bool Secret = false)
{
    /// <summary>Items whose name is known.</summary>
    public IEnumerable<Declared> Known => Items.OfType<Declared>().Where(item => item.Name is not null);

    /// <summary>Whether the names of all items are known.</summary>
    public bool NamesKnown => !Unknown && Known.Count() == Items.Length;

    public bool Complete => !Unknown && Items.All(item => item is { Complete: true });

    /// <summary>Whether it stands among the inputs: a kind that came later does so only when there are any of it.</summary>
    public bool IsShown => Unknown || Items.Length > 0 || FieldTables.IsOfTheFirst(Table.Kind);

    public V ToValue()
    {
        V list = Unknown ? V.Unknown.Instance : new V.List(Items.Select(Item));
        return Secret ? new V.Secret(list) : list;
    }

    // Domains are plain names to a program; their comments are not part of a manifest.
    private V Item(Declared? item)
    {
        V value = item is null ? V.Unknown.Instance : item.ToMap();
        return Table.Kind == ObjectKind.Domain && value is V.Map map ? map.Items["name"] : value;
    }
}
