using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Calls about the items of a dictionary; they need no version and take effect in all of them.</summary>
internal sealed class DictionaryRoutes
{
    private const string InfoTime = "yyyy-MM-dd HH:mm:ss"; // a form of its own, which Fastly's Go client knows

    private readonly ServiceRegister _services;
    private readonly SharedContents _contents;
    private readonly ContentCalls _calls;

    public DictionaryRoutes(ServiceRegister services, Activation activation, TimeProvider clock)
    {
        _services = services;
        _contents = new(services, ObjectKind.Dictionary, DictionaryItem.Fields, activation.Refresh);
        _calls = new(_contents, DictionaryItem.Fields, clock);
    }

    public IEnumerable<Route> All
    {
        get
        {
            const string Items = "/service/{id}/dictionary/{dictionary}/items", Item = "/service/{id}/dictionary/{dictionary}/item";
            return
            [
                new("GET", "/service/{id}/version/{number}/dictionary/{dictionary}/info", Info),
                new("GET", Items, List),
                new("PATCH", Items, call => _calls.ChangeAll(call, "items", "item_key")) { BodyLimit = ControlBody.BatchLimit },
                new("POST", Item, call => Changed(call, edit => edit.Create(call.Form), isUpsert: false)),
                new("GET", Item + "/{key}", Get),
                new("PUT", Item + "/{key}", call => Changed(call, edit => edit.Upsert(call.Arguments[2], Keyed(call)), isUpsert: true)),
                new("PATCH", Item + "/{key}", call => Changed(call, edit => edit.Update(call.Arguments[2], Keyed(call)), isUpsert: false)),
                new("DELETE", Item + "/{key}", _calls.Delete),
            ];
        }
    }

    private Answer Info(ControlCall call) =>
        Answer.Of(_services.Find(call.Arguments[0]), service => Answer.Of(VersionRoutes.Find(service, call.Arguments[1]), version =>
            version.Of(ObjectKind.Dictionary).Any(stored => stored.Id == call.Arguments[2])
                ? Answer.Of(_contents.Find(service.Id, call.Arguments[2]), found => Described(found.Content))
                : Answer.Of(Refusals.NoOwner(ObjectKind.Dictionary, call.Arguments[2], service.Id))));

    private static Answer Described(Content content) => Answer.Json(json => Answer.Object(json, () =>
    {
        json.WriteNumber("item_count", content.Items.Count);
        json.WriteString("last_updated", content.Updated?.UtcDateTime.ToString(InfoTime, System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("digest", Digest(content));
    }));

    private static string Digest(Content content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
        content.Items.OrderBy(item => item.Name, StringComparer.Ordinal)
            .SelectMany(item => new[] { item.Name, ((DictionaryItem)item.Record).ItemValue })))));

    private Answer List(ControlCall call) => Answer.Of(Readable(call), found => Paging.Of(
        call,
        call.Query("sort") is "item_key" or "key" ? [.. found.Content.Items.OrderBy(item => item.Name, StringComparer.Ordinal)] : found.Content.Items,
        (json, item) => Write(json, found, item)));

    private Answer Get(ControlCall call) => Answer.Of(Readable(call), found =>
        found.Content.Items.FirstOrDefault(item => item.Name == call.Arguments[2]) is { } item
            ? Answer.Json(json => Write(json, found, item))
            : Answer.Of(Refusals.NoItem(ObjectKind.DictionaryItem, call.Arguments[2], found)));

    private Answer Changed(ControlCall call, Func<ContentEdit, Refusal?> change, bool isUpsert) => _calls.Change(
        call, change, (found, changed) => Answer.Json(json => Write(json, found, changed, brief: isUpsert)));

    private Decided<OwnedContent> Readable(ControlCall call) => _contents.Find(call.Arguments[0], call.Arguments[1]).Then<OwnedContent>(found =>
        found.Owner.Record is EdgeDictionary { WriteOnly: true } ? Refusals.WriteOnly(found.Owner.Name) : found);

    // The key in the path counts, whatever the form says.
    private static IEnumerable<KeyValuePair<string, string>> Keyed(ControlCall call) =>
        [.. call.Form.Where(pair => pair.Key != "item_key"), new("item_key", call.Arguments[2])];

    private static void Write(Utf8JsonWriter json, OwnedContent found, StoredObject stored, bool brief = false) => Answer.Object(json, () =>
    {
        var item = (DictionaryItem)stored.Record;
        json.WriteString("dictionary_id", found.Content.Id);
        json.WriteString("service_id", found.Service.Id);
        json.WriteString("item_key", item.ItemKey);
        json.WriteString("item_value", item.ItemValue);
        if (!brief)
        {
            VersionJson.Times(json, stored.Created, stored.Updated);
        }
    });
}
