using System.Text.Json;
using EdgeInfra.Model;

namespace Unit.Provider;

/// <summary>One version of a service in a <see cref="FakeControl"/>.</summary>
internal sealed class FakeVersion(ServiceVersion content)
{
    public ServiceVersion Content { get; set; } = content;

    /// <summary>Ids of what belongs to no version; a clone has the same.</summary>
    public Dictionary<(ObjectKind Kind, string Name), string> Ids { get; init; } = [];

    public bool Active { get; set; }

    public bool Locked { get; set; }

    public bool Staged { get; set; }

    /// <summary>Whether the API answers client keys.</summary>
    public bool TellsKeys { get; init; } = true;

    public void WriteHead(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteFlags(json);
        json.WriteEndObject();
    }

    public void Write(Utf8JsonWriter json)
    {
        WriteFlags(json);
        foreach (var table in FieldTables.OfVersions)
        {
            json.WriteStartArray(table.Collection);
            foreach (var item in Content.Objects(table.Kind))
            {
                json.WriteStartObject();
                table.WriteJson(json, item is Backend backend && !TellsKeys ? backend with { SslClientKey = null } : item);
                if (Ids.TryGetValue((table.Kind, item.Name), out var id))
                {
                    json.WriteString("id", id);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartObject(Settings.Fields.Collection);
        Settings.Fields.WriteJson(json, Content.Settings);
        json.WriteEndObject();
    }

    private void WriteFlags(Utf8JsonWriter json)
    {
        json.WriteNumber("number", Content.Number);
        json.WriteString("comment", Content.Comment);
        json.WriteBoolean("active", Active);
        json.WriteBoolean("locked", Locked);
        json.WriteBoolean("staging", Staged);
    }
}
