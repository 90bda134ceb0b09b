using EdgeInfra.Model;
using EdgeInfra.Plugin.Control;
using EdgeInfra.Plugin.Records;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Versions;

/// <summary>Looks at what is managed beside a version, and at nothing else: what a program does not manage is not asked for.</summary>
internal sealed class ContentReading(ControlApi api, string serviceId)
{
    /// <summary>What was declared, with contents as they really are. What cannot be read is taken to be as it was declared.</summary>
    public async Task<Manifest> Of(LiveVersion version, Manifest manifest, CancellationToken cancel)
    {
        var lists = manifest.Lists.ToBuilder();
        for (var i = 0; i < lists.Count; i++)
        {
            var items = lists[i].Items.ToBuilder();
            for (var j = 0; j < items.Count; j++)
            {
                if (items[j] is { Content: { } old, Name: { } name } item && item.Record is not EdgeDictionary { WriteOnly: true }
                    && version.Ids.TryGetValue((item.Table.Kind, name), out var id))
                {
                    items[j] = item with { Content = Told(await api.Contents.Read(serviceId, item.Table.Kind, id, cancel), old) };
                }
            }

            lists[i] = lists[i] with { Items = items.ToImmutable() };
        }

        return manifest with { Lists = lists.ToImmutable() };
    }

    private static V Told(IReadOnlyList<LiveRecord> live, V declared)
    {
        V told = declared.Bare() switch
        {
            V.Map(var items) => PropertyMap.From(live.Select(found => Told((DictionaryItem)found.Record, items))),
            V.List(var entries) => Told(live, entries),
            _ => live is [var only] ? ((SnippetContent)only.Record).Content : "",
        };
        return declared is V.Secret ? new V.Secret(told) : told;
    }

    // Where a program keeps one item secret, one that it does not know of may be so too.
    private static KeyValuePair<string, V> Told(DictionaryItem item, PropertyMap declared)
    {
        var isSecret = declared.ContainsKey(item.ItemKey) ? declared[item.ItemKey].HasSecret() : declared.Values.Any(value => value.HasSecret());
        return KeyValuePair.Create(item.ItemKey, isSecret ? new V.Secret(item.ItemValue) : (V)item.ItemValue);
    }

    private static V.List Told(IReadOnlyList<LiveRecord> live, IReadOnlyList<V> declared)
    {
        var old = declared.Select(entry => (Record: DeclarationReader.Read(AclEntry.Fields, ((V.Map)entry.Bare()).Items), Given: entry)).ToList();
        return new V.List(
            from found in live
            let position = old.FindIndex(entry => entry.Record.Record.Name == found.Record.Name)
            orderby position < 0 ? int.MaxValue : position, found.Record.Name
            let entry = new Declared(AclEntry.Fields, found.Record) { Secret = position < 0 ? [] : old[position].Record.Secret }
            select position >= 0 && old[position].Given is V.Secret ? new V.Secret(entry.ToMap()) : (V)entry.ToMap());
    }
}
