using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Control;

/// <summary>Reads the control API's description of a service and of a version with all its objects.</summary>
internal static class DetailsReader
{
    public static Service Service(JsonElement json) => Model.Service.Fields.ReadForm(WireForm.FromJson(json)).Record;

    /// <summary>Whether the service has been deleted: it may be answered for a while after.</summary>
    public static bool IsDeleted(JsonElement json) => json.TryGetProperty("deleted_at", out var at) && at.ValueKind == JsonValueKind.String;

    public static int Number(JsonElement version) => version.GetProperty("number").GetInt32();

    public static int Highest(JsonElement service) =>
        service.TryGetProperty("versions", out var versions) && versions.ValueKind == JsonValueKind.Array
            ? versions.EnumerateArray().Select(Number).DefaultIfEmpty().Max()
            : 0;

    /// <summary>Whether the version is described with its objects, and not only with its number and flags.</summary>
    public static bool HasObjects(JsonElement version) => version.TryGetProperty(Backend.Fields.Collection, out _);

    public static LiveVersion Version(string serviceId, JsonElement json)
    {
        var version = new ServiceVersion
        {
            ServiceId = serviceId,
            Number = Number(json),
            Comment = json.TryGetProperty("comment", out var comment) ? comment.GetString() ?? "" : "",
        };
        version = FieldTables.Versioned.Aggregate(version, (known, table) => known.With(table.Kind, Objects(json, table)));
        return new(version, json.TryGetProperty("locked", out var locked) && locked.ValueKind == JsonValueKind.True);
    }

    private static IEnumerable<INamed> Objects(JsonElement version, IFieldTable table) =>
        version.TryGetProperty(table.Collection, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(item => (INamed)table.ReadForm(WireForm.FromJson(item)).Record)
            : [];
}
