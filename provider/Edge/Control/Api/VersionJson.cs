using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>A version and its objects, as the control API tells them.</summary>
internal static class VersionJson
{
    /// <summary>The only environment there is beside production.</summary>
    public const string Staging = "staging";

    /// <summary>The properties of a version, into the object that is open.</summary>
    public static void Write(Utf8JsonWriter json, ServiceState service, VersionState version)
    {
        json.WriteNumber("number", version.Number);
        json.WriteString("service_id", service.Id);
        json.WriteBoolean("active", service.Active == version.Number);
        json.WriteBoolean("locked", version.Locked is not null);
        json.WriteBoolean("staging", service.Staged == version.Number);
        json.WriteBoolean("testing", false);
        json.WriteBoolean("deployed", false);
        json.WriteString("comment", version.Comment);
        Times(json, version.Created, version.Locked > version.Updated ? version.Locked.Value : version.Updated);
        if (service.Staged == version.Number)
        {
            WriteEnvironments(json, service);
        }
    }

    /// <summary>Where else than in production a service has a version; left out while nothing is staged, as in most of Fastly's answers.</summary>
    public static void WriteEnvironments(Utf8JsonWriter json, ServiceState service)
    {
        if (service.Staged is not { } staged)
        {
            return;
        }

        json.WriteStartArray("environments");
        Answer.Object(json, () =>
        {
            json.WriteString("name", Staging);
            json.WriteNumber("active_version", staged);
            json.WriteString("service_id", service.Id);
        });
        json.WriteEndArray();
    }

    public static void WriteAll(Utf8JsonWriter json, ServiceState service, IEnumerable<VersionState> versions) =>
        Answer.Array(json, versions, version => Answer.Object(json, () => Write(json, service, version)));

    /// <summary>The same with every object of the version.</summary>
    public static void WriteDetails(Utf8JsonWriter json, ServiceState service, VersionState version) => Answer.Object(json, () =>
    {
        Write(json, service, version);
        foreach (var table in FieldTables.OfVersions)
        {
            json.WritePropertyName(table.Collection);
            WriteObjects(json, service, version, table);
        }

        json.WriteStartArray("wordpress"); // Fastly still lists it, and nothing can be in it
        json.WriteEndArray();
        json.WritePropertyName(Settings.Fields.Collection);
        Answer.Object(json, () => SettingsRoutes.Write(json, version));
    });

    public static void WriteObjects(Utf8JsonWriter json, ServiceState service, VersionState version, IFieldTable table) =>
        Answer.Array(json, version.Of(table.Kind), stored => WriteObject(json, service, version, table, stored));

    public static void WriteObject(Utf8JsonWriter json, ServiceState service, VersionState version, IFieldTable table, StoredObject stored) =>
        Answer.Object(json, () =>
        {
            table.WriteJson(json, stored.Record);
            if (stored.Id is { } id)
            {
                json.WriteString("id", id);
            }

            json.WriteString("service_id", service.Id);
            if (table.NumbersAsText)
            {
                json.WriteString("version", $"{version.Number}");
            }
            else
            {
                json.WriteNumber("version", version.Number);
            }

            if (stored.Record is Backend backend)
            {
                WriteDerived(json, backend, version.Locked is not null);
            }

            Times(json, stored.Created, stored.Updated);
        });

    public static void Times(Utf8JsonWriter json, DateTimeOffset created, DateTimeOffset updated)
    {
        json.WriteString("created_at", Timestamp.Write(created));
        json.WriteString("updated_at", Timestamp.Write(updated));
        json.WriteNull("deleted_at");
    }

    private static void WriteDerived(Utf8JsonWriter json, Backend backend, bool locked)
    {
        json.WriteString("hostname", backend.Hostname);
        json.WriteString("ipv4", backend.Ipv4);
        json.WriteString("ipv6", backend.Ipv6);
        if (locked)
        {
            json.WriteBoolean("locked", true);
        }
    }
}
