using System.Text.Json;

namespace EdgeInfra.Model;

/// <summary>
/// Turns a JSON object of the control API, a request body or an answer, into the form it stands for: lists and nested
/// objects as JSON text.
/// </summary>
public static class WireForm
{
    /// <remarks>
    /// null becomes the empty text, which clears; that is right for a body, and for an answer read into a fresh record.
    /// </remarks>
    public static ValueList<KeyValuePair<string, string>> FromJson(JsonElement json) =>
        json.EnumerateObject()
            .Select(property => KeyValuePair.Create(property.Name, Text(property.Value)))
            .ToValueList();

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True => "1",
        JsonValueKind.False => "0",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
