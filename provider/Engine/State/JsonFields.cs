using System.Text;
using System.Text.Json;

namespace EdgeInfra.Engine.State;

/// <summary>Writes JSON documents, and fields of which nothing is written when they are empty.</summary>
internal static class JsonFields
{
    public static byte[] Document(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            write(json);
        }

        return buffer.ToArray();
    }

    public static string DocumentText(JsonWriterOptions options, Action<Utf8JsonWriter> write) =>
        Encoding.UTF8.GetString(Document(options, write));

    public static void Flag(this Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    public static void Text(this Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
        {
            json.WriteString(name, value);
        }
    }

    public static void Texts(this Utf8JsonWriter json, string name, IReadOnlyCollection<string> values)
    {
        if (values.Count > 0)
        {
            json.TextsEvenIfNone(name, values);
        }
    }

    /// <summary>For lists of which an empty one says something else than a missing one.</summary>
    public static void TextsEvenIfNone(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
