using System.Security.Cryptography;
using System.Text.Json;

namespace EdgeInfra.Model;

/// <summary>
/// A short digest of what a version contains. Equal for versions of different numbers and services, and whatever the
/// order of their lists.
/// </summary>
public static class Fingerprint
{
    private const int Length = 16;

    public static string Of(ServiceVersion version)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, version.Normalise());
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.ToArray()))[..Length];
    }

    private static void Write(Utf8JsonWriter writer, ServiceVersion version)
    {
        writer.WriteStartObject();
        writer.WriteString("comment", version.Comment);
        foreach (var table in FieldTables.OfVersions.Where(
            table => FieldTables.IsOfTheFirst(table.Kind) || version.Objects(table.Kind).Count > 0))
        {
            writer.WriteStartArray(table.Collection);
            foreach (var item in version.Objects(table.Kind).OrderBy(item => item.Name, StringComparer.Ordinal))
            {
                WriteRecord(writer, table, item);
            }

            writer.WriteEndArray();
        }

        if (version.Settings != new Settings())
        {
            writer.WritePropertyName(Settings.Fields.Collection);
            WriteRecord(writer, Settings.Fields, version.Settings);
        }

        writer.WriteEndObject();
    }

    // Fields at their default are left out, as are later kinds that there are none of, so that a field added to the model later leaves old fingerprints as they are.
    private static void WriteRecord(Utf8JsonWriter writer, IFieldTable table, object record)
    {
        writer.WriteStartObject();
        foreach (var field in table.OrderBy(field => field.WireName, StringComparer.Ordinal))
        {
            var value = table.ValueOf(record, field);
            if (!Equals(value, field.Default))
            {
                writer.WriteString(field.WireName, WireText.Digestible(field, value));
            }
        }

        writer.WriteEndObject();
    }
}
