using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Yaml;

/// <summary>Values to and from JSON text. Keys come out in ordinal order, so that equal values make equal texts.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="FormatException">Something in the value has no JSON form.</exception>
    public static string Of(PropertyValue value) => JsonFields.DocumentText(Options, json => Write(json, value));

    /// <exception cref="FormatException">The text is not JSON.</exception>
    public static PropertyValue Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (JsonException malformed)
        {
            throw new FormatException($"not valid JSON: {malformed.Message}");
        }
    }

    private static void Write(Utf8JsonWriter json, PropertyValue value)
    {
        switch (value)
        {
            case PropertyValue.Null:
                json.WriteNullValue();
                break;
            case PropertyValue.Bool flag:
                json.WriteBooleanValue(flag.Value);
                break;
            case PropertyValue.Number number:
                json.WriteNumberValue(number.Value);
                break;
            case PropertyValue.Text text:
                json.WriteStringValue(text.Value);
                break;
            case PropertyValue.List list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case PropertyValue.Map map:
                json.WriteStartObject();
                foreach (var (key, item) in map.Items)
                {
                    json.WritePropertyName(key);
                    Write(json, item);
                }

                json.WriteEndObject();
                break;
            case PropertyValue.ResourceReference reference:
                json.WriteStringValue(reference.Id is PropertyValue.Text(var id) ? id : reference.Urn);
                break;
            default:
                throw new FormatException($"{value.GetType().Name.ToLowerInvariant()} values have no JSON form");
        }
    }

    private static PropertyValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.String => element.GetString()!, // a string by its kind
        JsonValueKind.Array => new PropertyValue.List(element.EnumerateArray().Select(Read)),
        JsonValueKind.Object => PropertyMap.From(
            element.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, Read(property.Value)))),
        _ => PropertyValue.None,
    };
}
