using System.Collections.Immutable;
using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Control;

/// <summary>Reads the control API's description of a service and of a version with all its objects.</summary>
internal static class DetailsReader
{
    /// <summary>null when the service has been deleted: it may be answered for a while after.</summary>
    public static ServiceDetails? Service(string id, JsonElement json)
    {
        if (json.GetProperty("id").GetString() != id)
        {
            throw new FormatException("this is another service");
        }

        if (json.TryGetProperty("deleted_at", out var deleted) && deleted.ValueKind == JsonValueKind.String)
        {
            return null;
        }

        var active = Object(json, "active_version");
        var highest = json.GetProperty("versions").EnumerateArray().Select(Number).DefaultIfEmpty().Max();
        int? live = active is { } version ? Number(version) : null;
        var described = new[] { active, Object(json, "version") }.FirstOrDefault(
            candidate => candidate is { } shown && Number(shown) == (live ?? highest)
                && shown.TryGetProperty(Backend.Fields.Collection, out _));
        return new(
            Model.Service.Fields.ReadForm(WireForm.FromJson(json)).Record, live, highest,
            described is { } found ? Version(id, found) : null);
    }

    public static int Number(JsonElement version) => version.GetProperty("number").GetInt32();

    public static LiveVersion Version(string serviceId, JsonElement json)
    {
        var version = new ServiceVersion
        {
            ServiceId = serviceId,
            Number = Number(json),
            Comment = json.TryGetProperty("comment", out var comment) ? comment.GetString() ?? "" : "",
        };
        version = Object(json, Settings.Fields.Collection) is { } settings
            ? version with { Settings = Settings.Fields.ReadForm(WireForm.FromJson(settings)).Record }
            : version;
        version = FieldTables.OfVersions.Aggregate(version, (known, table) => known.With(table.Kind, Objects(json, table)));
        return new(version, Flag(json, "locked"))
        {
            Staged = Flag(json, "staging"),
            Ids = FieldTables.OfVersions.Where(table => table.HasId).SelectMany(table => Ids(json, table)).ToImmutableDictionary(),
        };
    }

    private static bool Flag(JsonElement json, string name) => json.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    private static JsonElement? Object(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static IEnumerable<KeyValuePair<(ObjectKind, string), string>> Ids(JsonElement version, IFieldTable table) =>
        from item in Items(version, table)
        where Id(item) is not null
        select KeyValuePair.Create((table.Kind, item.GetProperty("name").GetString()!), Id(item)!);

    /// <summary>The id of an object, or null.</summary>
    public static string? Id(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    private static IEnumerable<INamed> Objects(JsonElement version, IFieldTable table) =>
        Items(version, table).Select(item => (INamed)table.ReadForm(WireForm.FromJson(item)).Record);

    private static IEnumerable<JsonElement> Items(JsonElement version, IFieldTable table) =>
        version.TryGetProperty(table.Collection, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
}
