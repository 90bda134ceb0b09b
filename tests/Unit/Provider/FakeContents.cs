using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeInfra.Model;

namespace Unit.Provider;

/// <summary>Items, entries and contents of a <see cref="FakeControl"/>, by the id of what owns them.</summary>
internal sealed class FakeContents
{
    private const int PageSize = 2; // however many are asked for

    private readonly Dictionary<string, List<JsonObject>> _items = [];
    private int _ids;

    public string NewId() => $"id{++_ids}";

    public List<JsonObject> Of(string owner) => _items.TryGetValue(owner, out var items) ? items : _items[owner] = [];

    public (int, byte[]) Answer(string method, string[] path, string query, List<KeyValuePair<string, string>> form, string body)
    {
        var items = Of(path[0]);
        switch (method, path)
        {
            case ("GET", [_, "items" or "entries"]):
                var page = int.Parse(query.Split('&').Single(part => part.StartsWith("page=", StringComparison.Ordinal))[5..], null);
                return Ok(new JsonArray([.. items.Skip((page - 1) * PageSize).Take(PageSize).Select(item => item.DeepClone())]));
            case ("PATCH", [_, "items"]):
                return Change(items, JsonNode.Parse(body)!["items"]!.AsArray(), "item_key");
            case ("PATCH", [_, "entries"]):
                return Change(items, JsonNode.Parse(body)!["entries"]!.AsArray(), "id");
            case ("DELETE", [_, "item", var key]):
                return (items.RemoveAll(item => (string)item["item_key"]! == key) > 0 ? 200 : 404, "{}"u8.ToArray());
            case ("GET", [_]):
                return Ok(items.Count == 0 ? new JsonObject { ["content"] = "" } : items[0].DeepClone());
            case ("PUT", [_]):
                items.Clear();
                items.Add(new JsonObject { ["content"] = form.Single(pair => pair.Key == "content").Value });
                return Ok(new JsonObject());
            default:
                return (405, "{}"u8.ToArray());
        }
    }

    private (int, byte[]) Change(List<JsonObject> items, JsonArray changes, string key)
    {
        Assert.InRange(changes.Count, 1, 1_000);
        foreach (var change in changes.Select(change => change!.DeepClone().AsObject()))
        {
            Assert.Empty(FastlyFields.Unknown(key == "id" ? "entries" : "items", change.Select(field => field.Key)));
            var op = (string)change["op"]!;
            change.Remove("op");
            var old = change[key] is { } named ? items.SingleOrDefault(item => (string)item[key]! == (string)named!) : null;
            Assert.True(op == "upsert" || op == "create" == old is null);
            if (op == "create" && key == "id")
            {
                change["id"] = NewId();
            }

            if (old is not null)
            {
                items.Remove(old);
            }

            if (op != "delete")
            {
                items.Add(change);
            }
        }

        return Ok(new JsonObject { ["status"] = "ok" });
    }

    private static (int, byte[]) Ok(JsonNode answer) => (200, JsonSerializer.SerializeToUtf8Bytes(answer));
}
