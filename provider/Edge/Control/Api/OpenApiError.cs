using System.Text.Json;

namespace EdgeInfra.Edge.Control;

/// <summary>A refusal as the document tells it; operations refer to it by its status.</summary>
internal sealed record OpenApiError(int Status, string Description, Func<Route, bool> AppliesTo)
{
    public const string Schema = "Error";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject($"{Status}");
        json.WriteString("description", Description);
        json.WriteStartObject("content");
        json.WriteStartObject("application/json");
        json.WriteStartObject("schema");
        json.WriteString("$ref", $"#/components/schemas/{Schema}");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public void WriteReference(Utf8JsonWriter json)
    {
        json.WriteStartObject($"{Status}");
        json.WriteString("$ref", $"#/components/responses/{Status}");
        json.WriteEndObject();
    }
}
