using System.Globalization;
using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>One route as an operation of the document.</summary>
internal static class OpenApiOperation
{
    private const string ObjectsOfVersion = "/service/{id}/version/{number}/";

    public static void Write(Utf8JsonWriter json, Route route, IReadOnlyCollection<IFieldTable> tables)
    {
        var table = tables.FirstOrDefault(table => IsAbout(route, table));
        json.WriteStartObject(route.Method.ToLower(CultureInfo.InvariantCulture));
        json.WriteString("operationId", Id(route));
        if (Scopes.For(route.Needs) is { } scope)
        {
            json.WriteString("description", scope == Scopes.Global ? "Needs the scope global." : $"Needs the scope {scope} or global.");
        }

        WriteParameters(json, route);
        WriteBody(json, route, table);
        WriteResponses(json, route, table);
        json.WriteEndObject();
    }

    private static bool IsAbout(Route route, IFieldTable table) => table.Kind == ObjectKind.Service
        ? route.Path is "/service" or "/service/{id}" or "/service/search"
        : route.Path == ObjectsOfVersion + table.WirePath || route.Path == ObjectsOfVersion + table.WirePath + "/{name}";

    // getServiceVersionNumberBackendName, and so on: unique, and stays what it is.
    private static string Id(Route route) => route.Method.ToLower(CultureInfo.InvariantCulture) + string.Concat(
        route.Path.Split(['/', '{', '}', '_', '*', '-'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));

    private static void WriteParameters(Utf8JsonWriter json, Route route)
    {
        var places = route.Path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => (Name: segment.Trim('{', '*', '}'), In: "path"));
        var parameters = places.Concat(route.Takes.Query.Select(name => (Name: name, In: "query")))
            .Concat(route.Takes.Headers.Select(name => (Name: name, In: "header"))).ToList();
        if (parameters.Count == 0)
        {
            return;
        }

        json.WriteStartArray("parameters");
        foreach (var (name, place) in parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("in", place);
            json.WriteBoolean("required", place == "path");
            json.WriteStartObject("schema");
            json.WriteString("type", "string");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBody(Utf8JsonWriter json, Route route, IFieldTable? table)
    {
        var isTable = table is not null && route.Method is "POST" or "PUT";
        if (!isTable && route.Takes.Fields.Count == 0)
        {
            return;
        }

        json.WriteStartObject("requestBody");
        json.WriteStartObject("content");
        foreach (var type in (string[])["application/x-www-form-urlencoded", "application/json"])
        {
            json.WriteStartObject(type);
            json.WritePropertyName("schema");
            WriteSchema(json, isTable ? table : null, route.Takes.Fields);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter json, IFieldTable? table, ValueList<string> fields) => Answer.Object(json, () =>
    {
        if (table is not null)
        {
            json.WriteString("$ref", OpenApiSchema.Reference(table));
            return;
        }

        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var field in fields)
        {
            json.WriteStartObject(field);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    private static void WriteResponses(Utf8JsonWriter json, Route route, IFieldTable? table)
    {
        json.WriteStartObject("responses");
        json.WriteStartObject(route.Path.StartsWith("/tokens", StringComparison.Ordinal) && route.Method == "DELETE" ? "204" : "200");
        json.WriteString("description", route.Method == "DELETE" ? "Deleted." : "Done.");
        if (table is not null && route.Method != "DELETE")
        {
            json.WriteStartObject("content");
            json.WriteStartObject("application/json");
            json.WriteStartObject("schema");
            WriteAnswer(json, table, isList: route.Method == "GET" && (route.Path == "/service" || route.Path.EndsWith('/' + table.WirePath)));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        foreach (var error in OpenApiErrors.All.Where(error => error.AppliesTo(route)))
        {
            error.WriteReference(json);
        }

        json.WriteEndObject();
    }

    private static void WriteAnswer(Utf8JsonWriter json, IFieldTable table, bool isList)
    {
        if (!isList)
        {
            json.WriteString("$ref", OpenApiSchema.Reference(table));
            return;
        }

        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("$ref", OpenApiSchema.Reference(table));
        json.WriteEndObject();
    }
}
