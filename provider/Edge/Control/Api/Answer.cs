using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EdgeInfra.Edge.Control;

/// <summary>A status and a JSON body, ready to be sent.</summary>
internal sealed record Answer(int Status, ReadOnlyMemory<byte> Body)
{
    // Quotes and letters of every script as they are; &lt;, &gt; and &amp; are escaped below, in the way Fastly does it.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Answer Ok { get; } = Json(json => Object(json, () => json.WriteString("status", "ok")));

    /// <summary>For the few calls that Fastly answers without a word.</summary>
    public static Answer Nothing { get; } = new(204, default);

    public string ContentType { get; init; } = "application/json";

    /// <summary>Where the next part of a long list is.</summary>
    public string? Link { get; init; }

    /// <summary>Methods that would do, when the one asked for did not.</summary>
    public string? Allow { get; init; }

    public static Answer Json(Action<Utf8JsonWriter> write, int status = 200)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        var text = Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length)
            .Replace("<", "\\u003c", StringComparison.Ordinal)
            .Replace(">", "\\u003e", StringComparison.Ordinal)
            .Replace("&", "\\u0026", StringComparison.Ordinal);
        return new(status, Encoding.UTF8.GetBytes(text));
    }

    public static Answer Text(string text) => new(200, Encoding.UTF8.GetBytes(text)) { ContentType = "text/plain; charset=utf-8" };

    public static Answer Of(Refusal refusal) => Json(
        json => Object(json, () =>
        {
            json.WriteString("msg", refusal.Msg);
            if (refusal.Detail is { } detail)
            {
                json.WriteString("detail", detail);
            }
        }),
        refusal.Status);

    public static Answer Of<T>(Decided<T> decided, Func<T, Answer> answer) where T : class =>
        decided.Value is { } value ? answer(value) : Of(decided.Refusal!);

    public static void Object(Utf8JsonWriter json, Action content)
    {
        json.WriteStartObject();
        content();
        json.WriteEndObject();
    }

    public static void Array<T>(Utf8JsonWriter json, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
