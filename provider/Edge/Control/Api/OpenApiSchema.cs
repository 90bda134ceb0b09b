using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>A kind of record as a schema of the document: its fields, and what the API adds when it answers.</summary>
internal static class OpenApiSchema
{
    private static readonly string[] Times = ["created_at", "updated_at", "deleted_at"];

    public static string Reference(IFieldTable table) => $"#/components/schemas/{NameOf(table)}";

    public static void Write(Utf8JsonWriter json, IFieldTable table)
    {
        json.WriteStartObject(NameOf(table));
        json.WriteString("type", "object");
        if (table.Summary is { } summary)
        {
            json.WriteString("description", summary);
        }

        json.WriteStartObject("properties");
        foreach (var field in table)
        {
            Write(json, field, table.NumbersAsText);
        }

        if (table.Kind != ObjectKind.Part)
        {
            WriteAdded(json, table);
        }

        json.WriteEndObject();
        json.WriteStartArray("required");
        foreach (var field in table.Where(field => field.Required))
        {
            json.WriteStringValue(field.WireName);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAdded(Utf8JsonWriter json, IFieldTable table)
    {
        var isService = table.Kind == ObjectKind.Service;
        WriteAdded(json, isService ? "id" : "service_id", "string");
        WriteAdded(json, isService ? "versions" : "version", isService ? "array" : table.NumbersAsText ? "string" : "integer");
        Times.ToList().ForEach(name => WriteAdded(json, name, "string", "null"));
    }

    private static string NameOf(IFieldTable table) => table.Kind == ObjectKind.Part ? table.RecordType.Name : $"{table.Kind}";

    private static void Write(Utf8JsonWriter json, Field field, bool numbersAsText)
    {
        json.WriteStartObject(field.WireName);
        if (field is { Part: { } part, IsList: false })
        {
            json.WriteString("$ref", Reference(part)); // unset, it is left out, not null
            json.WriteString("description", Description(field));
            json.WriteEndObject();
            return;
        }

        WriteType(json, field.Optional ? [TypeOf(field, numbersAsText), "null"] : [TypeOf(field, numbersAsText)]);
        json.WriteString("description", Description(field));
        if (field.IsList)
        {
            json.WriteStartObject("items");
            json.WriteString(field.Part is null ? "type" : "$ref", field.Part is null ? "string" : Reference(field.Part));
            json.WriteEndObject();
        }

        if (field.OneOf.Count > 0)
        {
            json.WritePropertyName("enum");
            Answer.Array(json, field.OneOf, choice => json.WriteStringValue(choice.Value));
        }

        WriteLimit(json, "minimum", numbersAsText ? null : field.Min);
        WriteLimit(json, "maximum", numbersAsText ? null : field.Max);
        WriteDefault(json, field, numbersAsText);
        if (field.Secret)
        {
            json.WriteBoolean("x-secret", true);
        }

        json.WriteEndObject();
    }

    private static string TypeOf(Field field, bool numbersAsText) =>
        field.IsList ? "array"
        : numbersAsText || field.Type == typeof(string) ? "string"
        : field.Type == typeof(bool) ? "boolean" : "integer";

    private static string Description(Field field) =>
        field.Unit is { } unit ? $"{field.Description} In {unit}." : field.Description;

    private static void WriteLimit(Utf8JsonWriter json, string name, int? limit)
    {
        if (limit is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void WriteDefault(Utf8JsonWriter json, Field field, bool numbersAsText)
    {
        switch (field.ApiDefault)
        {
            case int or bool when numbersAsText:
                json.WriteString("default", field.ApiDefault switch { true => "1", false => "0", var value => $"{value}" });
                break;
            case int number:
                json.WriteNumber("default", number);
                break;
            case bool flag:
                json.WriteBoolean("default", flag);
                break;
            case string text:
                json.WriteString("default", text);
                break;
        }
    }

    private static void WriteAdded(Utf8JsonWriter json, string name, params string[] types)
    {
        json.WriteStartObject(name);
        WriteType(json, types);
        json.WriteBoolean("readOnly", true);
        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, string[] types)
    {
        if (types is [var only])
        {
            json.WriteString("type", only);
            return;
        }

        json.WritePropertyName("type");
        Answer.Array(json, types, json.WriteStringValue);
    }
}
