using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EdgeInfra.Model;

using Read = (object? Value, IReadOnlyList<Failure> Failures);

/// <summary>How a field's value is written in a form of the control API, and read from one.</summary>
internal static class WireText
{
    // As it is wherever that is possible: a secret has to be recognised when someone quotes the text.
    private static readonly JsonWriterOptions Verbatim = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Field field, object? value) => Write(field, value, WireJson.IsUnset);

    /// <summary>The same without anything that is at its default, so that fields added later leave it as it is.</summary>
    public static string Digestible(Field field, object? value) => Write(field, value, (inner, within) => Equals(within, inner.Default));

    /// <summary>Reads a text; without failures that worked. Only types are checked.</summary>
    public static Read Read(Field field, string text)
    {
        if (text.Length == 0 && field.Type != typeof(string))
        {
            return (field.Optional ? null : field.ApiDefault, []);
        }

        if (field.Part is not null)
        {
            return ReadPart(field, text);
        }

        var value = Read(field, text, out var reason);
        return (value, reason is null ? [] : [new Failure(field.Name, reason)]);
    }

    private static string Write(Field field, object? value, Func<Field, object?, bool> isLeftOut) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "1" : "0",
        int number => number.ToString(CultureInfo.InvariantCulture),
        ValueList<string> list => JsonSerializer.Serialize(list.AsEnumerable()),
        _ => Json(field, value, isLeftOut),
    };

    private static string Json(Field field, object value, Func<Field, object?, bool> isLeftOut)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Verbatim))
        {
            WireJson.WriteValue(writer, field, value, isLeftOut);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static object? Read(Field field, string text, out string? reason)
    {
        reason = null;
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

    // A record is written as a whole. So a name that is not known is refused, as it would be lost with the next writing.
    private static Read ReadPart(Field field, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new() { AllowDuplicateProperties = false });
            return PlainJson.Read(json.RootElement) is { } value
                ? LooseValue.Fit(field, value, byWireName: true, new HashSet<string>())
                : (field.Optional ? null : field.ApiDefault, []);
        }
        catch (JsonException)
        {
            return (null, [new(field.Name, $"must be {(field.IsList ? "an array of objects" : "an object")} in JSON, with no name given twice.")]);
        }
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
