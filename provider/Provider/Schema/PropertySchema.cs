using System.Globalization;
using System.Text.Json.Nodes;
using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Schema;

/// <summary>Describes single properties: their type, and in words their unit, default and limits.</summary>
internal static class PropertySchema
{
    public static JsonObject Text(string description, bool secret = false, bool replaces = false) =>
        Finish(new() { ["type"] = "string" }, description, secret, replaces);

    public static JsonObject Flag(string description) => Finish(new() { ["type"] = "boolean" }, description);

    public static JsonObject Number(string description) => Finish(new() { ["type"] = "integer" }, description);

    public static JsonObject Texts(string description) => ListOf(new() { ["type"] = "string" }, description);

    public static JsonObject MapOfTexts(string description, bool secret = false) => Finish(MapOfTexts(), description, secret);

    public static JsonObject MapOfTexts() => new() { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string" } };

    public static JsonObject ListOf(JsonObject items, string description, bool secret = false) =>
        Finish(new() { ["type"] = "array", ["items"] = items }, description, secret);

    public static JsonObject Reference(string type, string description) => Finish(Reference(type), description);

    public static JsonObject Reference(string type) => new() { ["$ref"] = $"#/types/edgeinfra:index:{type}" };

    public static JsonObject Of(IFieldTable table, Field field) =>
        Finish(TypeOf(table, field), Describe(field), field.Secret, field.Replaces);

    /// <summary>Whether the output always has a value, once Check has settled the defaults.</summary>
    public static bool IsAlwaysSet(Field field) => field.Required || field.Follows is not null
        || field.Default is not null and not "" and not IReadOnlyCollection<object>;

    private static JsonObject TypeOf(IFieldTable table, Field field) =>
        field.Reference != ObjectKind.None ? NameOrDefinition(field.Reference)
        : field.OneOf.Count > 0 ? Reference(EnumSchema.NameOf(table, field))
        : field.Type == typeof(bool) ? new() { ["type"] = "boolean" }
        : field.Type == typeof(int) ? new() { ["type"] = "integer" }
        : field.IsList ? new() { ["type"] = "array", ["items"] = field.Part is { } item ? PartOf(item) : new JsonObject { ["type"] = "string" } }
        : field.Part is { } part ? PartOf(part)
        : new() { ["type"] = "string" };

    private static JsonObject PartOf(IFieldTable part) => Reference(part.RecordType.Name);

    private static JsonObject NameOrDefinition(ObjectKind kind) => new()
    {
        ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, Reference(TypeSchemas.DefinitionOf(kind))),
    };

    private static JsonObject Finish(JsonObject schema, string description, bool secret = false, bool replaces = false)
    {
        schema["description"] = description;
        if (secret)
        {
            schema["secret"] = true;
        }

        if (replaces)
        {
            schema["willReplaceOnChanges"] = true;
        }

        return schema;
    }

    private static string Describe(Field field)
    {
        var parts = new[]
        {
            field.Description,
            field.Reference == ObjectKind.None ? null : "A name, or the definition itself: then it need not be listed.",
            field.Unit switch { "ms" => "In milliseconds.", "s" => "In seconds.", _ => null },
            Limits(field),
            field.DefaultFrom is { } from ? $"Default: {from}." : Default(field.Default),
        };
        return string.Join(' ', parts.Where(part => part is not null));
    }

    private static string? Limits(Field field) => (field.Min, field.Max) switch
    {
        ({ } min, { } max) => string.Create(CultureInfo.InvariantCulture, $"From {min} to {max}."),
        ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $"At least {min}."),
        _ => null,
    };

    private static string? Default(object? value) => value switch
    {
        bool flag => flag ? "Default: true." : "Default: false.",
        int number => string.Create(CultureInfo.InvariantCulture, $"Default: {number}."),
        string { Length: > 0 } text => $"Default: {text}.",
        _ => null,
    };
}
