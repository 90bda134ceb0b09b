using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Control;

/// <summary>The calls about what belongs to no version: items, entries, and the content of dynamic snippets.</summary>
internal sealed class ContentApi(ControlClient client)
{
    private const int BatchLimit = 1_000; // Fastly's
    private const int PageSize = 1_000;

    /// <summary>All there is. A control API may give fewer at once than it is asked for, so pages end with one that brings nothing new.</summary>
    public async Task<IReadOnlyList<LiveRecord>> Read(string service, ObjectKind owner, string id, CancellationToken cancel)
    {
        if (owner == ObjectKind.Snippet)
        {
            return [new(Record(await client.Send($"reading snippet {id}", HttpMethod.Get, Path(service, owner, id), form: null, cancel), SnippetContent.Fields))];
        }

        var (table, list) = (TableOf(owner), TableOf(owner).Collection);
        var found = new Dictionary<string, LiveRecord>();
        for (var page = 1; ; page++)
        {
            var answer = await client.Send(
                $"reading the {list} of {FieldTables.Of(owner).WirePath} {id}", HttpMethod.Get,
                $"{Path(service, owner, id)}/{list}?page={page}&per_page={PageSize}", form: null, cancel);
            var before = found.Count;
            foreach (var item in answer.ValueKind == JsonValueKind.Array ? answer.EnumerateArray() : [])
            {
                var record = new LiveRecord(Record(item, table), DetailsReader.Id(item));
                found.TryAdd(record.Id ?? record.Record.Name, record);
            }

            if (found.Count == before)
            {
                return [.. found.Values];
            }
        }
    }

    /// <summary>Makes it hold what is wanted and nothing else, and sends only what differs.</summary>
    public async Task Write(
        string service, ObjectKind owner, string id, IEnumerable<LiveRecord> live, ValueList<INamed> wanted, CancellationToken cancel)
    {
        if (owner == ObjectKind.Snippet)
        {
            var content = ((SnippetContent)wanted[0]).Content;
            if (live.All(old => ((SnippetContent)old.Record).Content != content))
            {
                await client.Send($"changing snippet {id}", HttpMethod.Put, Path(service, owner, id), [KeyValuePair.Create("content", content)], cancel);
            }

            return;
        }

        var list = TableOf(owner).Collection;
        foreach (var batch in Changes(TableOf(owner), live.ToList(), wanted).Chunk(BatchLimit))
        {
            await client.Send($"changing the {list} of {FieldTables.Of(owner).WirePath} {id}", HttpMethod.Patch, $"{Path(service, owner, id)}/{list}",
                new JsonObject { [list] = new JsonArray([.. batch]) }, cancel);
        }
    }

    /// <summary>Removes items whether they are there or not: nobody can read which there are.</summary>
    public async Task Remove(string service, string dictionary, IEnumerable<string> keys, CancellationToken cancel)
    {
        foreach (var key in keys)
        {
            try
            {
                var path = $"{Path(service, ObjectKind.Dictionary, dictionary)}/item/{Uri.EscapeDataString(key)}";
                await client.Send($"deleting item \"{key}\"", HttpMethod.Delete, path, form: null, cancel);
            }
            catch (ControlException refused) when (refused.Status == 404)
            {
            }
        }
    }

    private static IEnumerable<JsonObject> Changes(IFieldTable table, List<LiveRecord> live, ValueList<INamed> wanted)
    {
        // What is there twice is one too many: the first of each name stays.
        var first = live.DistinctBy(old => old.Record.Name).ToDictionary(old => old.Record.Name);
        var names = wanted.Select(record => record.Name).ToHashSet();
        foreach (var old in live.Where(old => !names.Contains(old.Record.Name) || first[old.Record.Name] != old))
        {
            yield return Change("delete", old.Id is null ? [KeyValuePair.Create("item_key", old.Record.Name)] : [KeyValuePair.Create("id", old.Id)]);
        }

        foreach (var record in wanted)
        {
            var old = first.GetValueOrDefault(record.Name);
            if (old is null || table.Diff(old.Record, record).Count > 0)
            {
                var form = table.ToForm(record);
                yield return old?.Id is { } id ? Change("update", [KeyValuePair.Create("id", id), .. form])
                    : Change(table.Kind == ObjectKind.DictionaryItem ? "upsert" : "create", form);
            }
        }
    }

    private static JsonObject Change(string op, IEnumerable<KeyValuePair<string, string>> fields) =>
        new([KeyValuePair.Create("op", (JsonNode?)op), .. fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value))]);

    private static INamed Record(JsonElement json, IFieldTable table) => (INamed)table.ReadForm(WireForm.FromJson(json)).Record;

    private static IFieldTable TableOf(ObjectKind owner) => owner == ObjectKind.Acl ? AclEntry.Fields : DictionaryItem.Fields;

    private static string Path(string service, ObjectKind owner, string id) =>
        $"service/{Uri.EscapeDataString(service)}/{FieldTables.Of(owner).WirePath}/{Uri.EscapeDataString(id)}";
}
