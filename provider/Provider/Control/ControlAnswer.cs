using System.Text.Json;

namespace EdgeInfra.Plugin.Control;

/// <summary>Tells answers from refusals, and says a refusal in words.</summary>
internal static class ControlAnswer
{
    private const int Excerpt = 500;

    public static JsonElement Read(string doing, Uri endpoint, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        var json = Parse(body);
        if (response.IsSuccessStatusCode && json is { } answer)
        {
            return answer;
        }

        var said = json is { ValueKind: JsonValueKind.Object } error ? Said(error) : "";
        throw new ControlException(status switch
        {
            401 or 403 => $"apiKey: {endpoint} refused the key ({status}{said}) when {doing}; correct the provider's apiKey.",
            _ when json is null => $"endpoint: what answers at {endpoint} is not a control API (status {status} and no JSON when {doing}); "
                + "correct the provider's endpoint.",
            429 => $"{doing}: too many requests ({status}{said}); try again later.",
            _ => $"{doing}: the control API answered {status}{said}.",
        }, json is null ? null : status); // a stranger's 404 must not be taken for "gone"
    }

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The classic form is {msg, detail}, the newer one {title, detail}.
    private static string Said(JsonElement error)
    {
        var title = Text(error, "msg") ?? Text(error, "title");
        var detail = Text(error, "detail");
        var all = title is null || detail is null ? $" {title ?? detail}" : $" {title}: {detail}";
        return all.Length <= Excerpt ? all.TrimEnd('.', ' ') : all[..Excerpt] + " …";
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text
                ? text
                : null;
}
