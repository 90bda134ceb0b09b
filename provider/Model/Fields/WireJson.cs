using System.Text.Json;

namespace EdgeInfra.Model;

/// <summary>Writes a field the way the control API answers it. Within a record that a field holds, what is unset is left out.</summary>
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
                writer.WriteStringValue(WireText.Write(field, value));
                break;
            default:
                WriteValue(writer, field, value, IsUnset);
                break;
        }
    }

    /// <param name="isLeftOut">What is not written within records that the value holds.</param>
    public static void WriteValue(Utf8JsonWriter writer, Field field, object value, Func<Field, object?, bool> isLeftOut)
    {
        switch (value)
        {
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case IEnumerable<object> items:
                writer.WriteStartArray();
                items.ToList().ForEach(item => WriteItem(writer, field, item, isLeftOut));
                writer.WriteEndArray();
                break;
            default:
                WriteItem(writer, field, value, isLeftOut);
                break;
        }
    }

    /// <summary>Nothing, or an empty text or list where that is the default.</summary>
    public static bool IsUnset(Field field, object? value) =>
        value is null || (Equals(value, field.Default) && value is "" or IReadOnlyCollection<object> { Count: 0 });

    private static void WriteItem(Utf8JsonWriter writer, Field field, object item, Func<Field, object?, bool> isLeftOut)
    {
        if (field.Part is not { } part)
        {
            writer.WriteStringValue((string)item);
            return;
        }

        writer.WriteStartObject();
        foreach (var inner in part)
        {
            var value = part.ValueOf(item, inner);
            if (value is not null && !isLeftOut(inner, value))
            {
                writer.WritePropertyName(inner.WireName);
                WriteValue(writer, inner, value, isLeftOut);
            }
        }

        writer.WriteEndObject();
    }
}
