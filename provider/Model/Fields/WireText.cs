using System.Globalization;
using System.Text.Json;

namespace EdgeInfra.Model;

/// <summary>How a field's value is written in a form of the control API, and read from one.</summary>
internal static class WireText
{
    public static string Write(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "1" : "0",
        int number => number.ToString(CultureInfo.InvariantCulture),
        ValueList<string> list => JsonSerializer.Serialize(list.AsEnumerable()),
        _ => (string)value,
    };

    /// <summary>Reads a text; <paramref name="reason"/> is null when that worked.</summary>
    public static object? Read(Field field, string text, out string? reason)
    {
        reason = null;
        if (text.Length == 0 && field.Type != typeof(string))
        {
            return field.Optional ? null : field.ApiDefault;
        }

        if (field.Type == typeof(string))
        {
            return text.Length == 0 && field.Optional ? null : text;
        }

        if (field.Type == typeof(int))
        {
            var isNumber = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
            reason = isNumber ? null : $"is \"{text}\", but must be a whole number.";
            return number;
        }

        if (field.Type == typeof(bool))
        {
            reason = text is "1" or "0" or "true" or "false" ? null : $"is \"{text}\", but must be 1, 0, true or false.";
            return text is "1" or "true";
        }

        return ReadList(text, out reason);
    }

    // A list comes as JSON text from Fastly's Go clients, and as texts joined with commas from its JavaScript client.
    private static ValueList<string> ReadList(string text, out string? reason)
    {
        reason = null;
        if (!text.TrimStart().StartsWith('['))
        {
            return text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToValueList();
        }

        try
        {
            return (JsonSerializer.Deserialize<string[]>(text) ?? []).Where(item => item is not null).ToValueList();
        }
        catch (JsonException)
        {
            reason = "must be a JSON array of texts, or texts joined with commas.";
            return [];
        }
    }
}
