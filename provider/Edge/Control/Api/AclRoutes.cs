using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Calls about the entries of an ACL; they need no version and take effect in all of them.</summary>
internal sealed class AclRoutes
{
    private readonly SharedContents _contents;
    private readonly ContentCalls _calls;

    public AclRoutes(ServiceRegister services, Activation activation, TimeProvider clock)
    {
        _contents = new(services, ObjectKind.Acl, AclEntry.Fields, activation.Refresh);
        _calls = new(_contents, AclEntry.Fields, clock);
    }

    public IEnumerable<Route> All
    {
        get
        {
            const string Entries = "/service/{id}/acl/{acl}/entries", Entry = "/service/{id}/acl/{acl}/entry";
            return
            [
                new("GET", Entries, List),
                new("PATCH", Entries, call => _calls.ChangeAll(call, "entries", "id")) { BodyLimit = ControlBody.BatchLimit },
                new("POST", Entry, call => Changed(call, edit => edit.Create(call.Form))),
                new("GET", Entry + "/{entry}", Get),
                new("PATCH", Entry + "/{entry}", call => Changed(call, edit => edit.Update(call.Arguments[2], call.Form))),
                new("DELETE", Entry + "/{entry}", _calls.Delete),
            ];
        }
    }

    private Answer List(ControlCall call) => Answer.Of(_contents.Find(call.Arguments[0], call.Arguments[1]), found => Paging.Of(
        call,
        call.Query("sort") == "ip" ? [.. found.Content.Items.OrderBy(item => item.Name, StringComparer.Ordinal)] : found.Content.Items,
        (json, item) => Write(json, found, item, negatedAsText: true)));

    private Answer Get(ControlCall call) => Answer.Of(_contents.Find(call.Arguments[0], call.Arguments[1]), found =>
        found.Content.Items.FirstOrDefault(item => item.Id == call.Arguments[2]) is { } item
            ? Answer.Json(json => Write(json, found, item, negatedAsText: true))
            : Answer.Of(Refusals.NoItem(ObjectKind.AclEntry, call.Arguments[2], found)));

    private Answer Changed(ControlCall call, Func<ContentEdit, Refusal?> change) => _calls.Change(
        call, change, (found, changed) => Answer.Json(json => Write(json, found, changed, negatedAsText: false)));

    // Fastly answers a write with a number and a read with a text.
    private static void Write(Utf8JsonWriter json, OwnedContent found, StoredObject stored, bool negatedAsText) => Answer.Object(json, () =>
    {
        var entry = (AclEntry)stored.Record;
        json.WriteString("service_id", found.Service.Id);
        json.WriteString("acl_id", found.Content.Id);
        json.WriteString("id", stored.Id);
        json.WriteString("ip", entry.Ip);
        if (negatedAsText)
        {
            json.WriteString("negated", entry.Negated ? "1" : "0");
        }
        else
        {
            json.WriteNumber("negated", entry.Negated ? 1 : 0);
        }

        json.WritePropertyName("subnet");
        if (entry.Subnet is { } bits)
        {
            json.WriteNumberValue(bits);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteString("comment", entry.Comment);
        json.WriteString("created_at", Timestamp.Write(stored.Created));
        json.WriteString("updated_at", Timestamp.Write(stored.Updated));
    });
}
