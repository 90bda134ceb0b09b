using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeInfra.Edge.Control;
using EdgeInfra.Model;

namespace Unit.Edge.Control.Recorded;

/// <summary>What must have been there for a call to be answered as it was recorded: read from the answer itself.</summary>
internal static class RecordedState
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    public static IEnumerable<ServiceState> Before(RecordedCall call) => call.Segments switch
    {
        ["service"] => call.Method == "GET" ? call.Answer.AsArray().Select(Service) : [],
        ["service", "search"] => [Service(call.Answer)],
        ["service", var id, "version"] => [With(id, new VersionState((int)call.Answer["number"]! - 1, Noon, Noon))],
        ["service", var id, "version", var number, "lock"] => [With(id, new VersionState(Number(number), Noon, Noon) { Comment = (string)call.Answer["comment"]! })],
        ["service", var id, "version", var number, ..] => [With(id, new VersionState(Number(number), Noon, Noon) { Objects = Objects(call).ToValueList() })],
        ["service", var id, "diff", "from", var from, "to", var to] =>
            [With(id, new VersionState(Number(from), Noon, Noon), new VersionState(Number(to), Noon, Noon))],
        ["service", var id, "acl", var owner, ..] => [Owning(id, owner, new Acl { Name = "owner" }, AclEntry.Fields, call)],
        ["service", var id, "dictionary", var owner, ..] => [Owning(id, owner, new EdgeDictionary { Name = "owner" }, DictionaryItem.Fields, call)],
        ["service", var id, "snippet", var owner] =>
            [Owning(id, owner, new Snippet { Name = "owner", Type = "recv", Dynamic = true }, SnippetContent.Fields, call)],
        ["service", var id, ..] => [call.Status == 400 ? With(id) with { Deleted = Noon } : call.Answer is JsonObject known && known.ContainsKey("versions") ? Service(known) : With(id)],
        ["stats", "service", var id, ..] => [With(id)],
        _ => [],
    };

    private static ServiceState With(string id, params VersionState[] versions) =>
        new(id, new Service { Name = id }, Noon, Noon) { Versions = versions.Length == 0 ? [new VersionState(1, Noon, Noon)] : versions.ToValueList() };

    private static ServiceState Service(JsonNode? json)
    {
        var versions = json!["versions"]!.AsArray().Select(version => new VersionState((int)version!["number"]!, Time(version, "created_at"), Time(version, "updated_at"))
        {
            Comment = (string)version["comment"]!, Locked = (bool)version["locked"]! ? Time(version, "updated_at") : null,
        });
        var declared = (Service)Record(EdgeInfra.Model.Service.Fields, json);
        return new((string)json["id"]!, declared, Time(json, "created_at"), Time(json, "updated_at"))
        {
            Versions = versions.OrderBy(version => version.Number).ToValueList(),
            Active = (int?)json["versions"]!.AsArray().FirstOrDefault(version => (bool)version!["active"]!)?["number"],
        };
    }

    private static IEnumerable<StoredObject> Objects(RecordedCall call)
    {
        if (call.Segments is [_, _, _, _, "director", var director, "backend", var backend])
        {
            return [Stored(ObjectKind.Backend, Minimal.Of(ObjectKind.Backend, backend)), Stored(ObjectKind.Director, Minimal.Of(ObjectKind.Director, director))];
        }

        if (FieldTables.OfVersions.FirstOrDefault(table => table.WirePath == call.Segments[4]) is not { } table)
        {
            return [];
        }

        var name = call.Segments.Length > 5 && call.Segments[5] != "check_all" ? call.Segments[5] : null;
        return (call.Method, call.Status) switch
        {
            (_, not 200) or ("POST", _) => [],
            ("DELETE", _) => [Stored(table.Kind, Minimal.Of(table.Kind, name!))],
            _ => Answered(call.Answer).Select(json => Stored(table, json, call.Method == "PUT" ? name : null)),
        };
    }

    // A domain that is checked stands first of three.
    private static IEnumerable<JsonNode> Answered(JsonNode answer) => answer is not JsonArray list ? [answer]
        : list is [JsonObject first, _, JsonValue] ? [first]
        : list.Select(item => item is JsonArray ? item[0]! : item!);

    private static ServiceState Owning(string id, string ownerId, INamed owner, IFieldTable items, RecordedCall call)
    {
        var kind = FieldTables.OfVersions.Single(table => table.RecordType == owner.GetType()).Kind;
        var service = With(id, new VersionState(1, Noon, Noon) { Objects = [Stored(kind, owner) with { Id = ownerId }] });
        var before = call.Method is "POST" || call.Answer is JsonObject said && said.ContainsKey("status") ? [] : Answered(call.Answer).Select(json => Stored(items, json, null));
        return service with { Contents = [new Content(items.Kind, ownerId) { Items = before.ToValueList(), Updated = Noon }] };
    }

    private static StoredObject Stored(ObjectKind kind, INamed record) =>
        new(kind, record, Noon, Noon) { Id = FieldTables.Of(kind).HasId ? ServiceId.New() : null };

    private static StoredObject Stored(IFieldTable table, JsonNode json, string? name)
    {
        var before = json.DeepClone();
        if (name is not null)
        {
            before["name"] = name;
        }

        return new(table.Kind, (INamed)Record(table, before), Time(json, "created_at"), Time(json, "updated_at"))
        {
            Id = table.HasId ? (string?)json["id"] : null,
        };
    }

    private static object Record(IFieldTable table, JsonNode json)
    {
        using var document = JsonDocument.Parse(json.ToJsonString());
        var reading = table.ReadForm(WireForm.FromJson(document.RootElement));
        Assert.Empty(reading.Failures);
        return reading.Record;
    }

    private static DateTimeOffset Time(JsonNode json, string name) =>
        (string?)json[name] is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : Noon;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
