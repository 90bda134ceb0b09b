using System.Text.Json;

namespace EdgeInfra.Model;

/// <summary>Writes a field the way the control API answers it.</summary>
internal static class WireJson
{
    public static void Write(Utf8JsonWriter writer, Field field, object? value, bool numbersAsText)
    {
        if (field.IsLeftOut(value))
        {
            return;
        }

        writer.WritePropertyName(field.WireName);
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool or int when numbersAsText:
                writer.WriteStringValue(WireText.Write(value));
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case ValueList<string> list:
                WriteList(writer, list);
                break;
            default:
                writer.WriteStringValue((string)value);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter writer, ValueList<string> list)
    {
        writer.WriteStartArray();
        foreach (var item in list)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }
}
