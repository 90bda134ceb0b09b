using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>The control API as an OpenAPI 3.1 document, made from the routes and the field tables and from nothing else.</summary>
internal static class OpenApi
{
    private const string TokenScheme = "token";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(IEnumerable<Route> routes, IReadOnlyCollection<IFieldTable> tables)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Answer.Object(json, () =>
            {
                json.WriteString("openapi", "3.1.0");
                WriteInfo(json);
                json.WriteStartArray("security");
                Answer.Object(json, () => WriteNone(json, TokenScheme));
                json.WriteEndArray();
                json.WriteStartObject("paths");
                foreach (var path in routes.GroupBy(route => route.Path))
                {
                    json.WriteStartObject(path.Key.Replace("{*", "{", StringComparison.Ordinal));
                    path.ToList().ForEach(route => OpenApiOperation.Write(json, route, tables));
                    json.WriteEndObject();
                }

                json.WriteEndObject();
                WriteComponents(json, tables);
            });
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteInfo(Utf8JsonWriter json)
    {
        json.WriteStartObject("info");
        json.WriteString("title", "EdgeInfra control API");
        json.WriteString("description", "Fastly's API as the bundled edge runtime answers it. GET /health needs no token and answers {\"status\":\"ok\"}.");
        json.WriteString("version", "1");
        json.WriteEndObject();
    }

    private static void WriteComponents(Utf8JsonWriter json, IEnumerable<IFieldTable> tables)
    {
        json.WriteStartObject("components");
        json.WriteStartObject("securitySchemes");
        json.WriteStartObject(TokenScheme);
        json.WriteString("type", "apiKey");
        json.WriteString("in", "header");
        json.WriteString("name", "Fastly-Key");
        json.WriteString("description", $"A token; its scopes are any of {string.Join(", ", Scopes.All)}.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("responses");
        foreach (var error in OpenApiErrors.All)
        {
            error.Write(json);
        }

        json.WriteEndObject();
        json.WriteStartObject("schemas");
        OpenApiErrors.WriteSchema(json);
        foreach (var table in tables.Concat(FieldTables.Parts))
        {
            OpenApiSchema.Write(json, table);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNone(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }
}
