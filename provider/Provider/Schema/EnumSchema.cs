using System.Globalization;
using System.Text.Json.Nodes;
using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Schema;

/// <summary>
/// Describes closed sets of values. Fields with the same set share one type: minTlsVersion and maxTlsVersion are TlsVersions. What
/// several kinds have each in their own way is named after the kind: HeaderAction.
/// </summary>
internal static class EnumSchema
{
    /// <summary><c>ConditionType</c> for a condition's type, <c>TlsVersion</c> for minTlsVersion.</summary>
    public static string NameOf(IFieldTable table, Field field)
    {
        var name = Pascal(field.Name);
        return table.Kind == ObjectKind.Part ? $"{table.RecordType.Name}{name}"
            : name is "Type" or "Action" or "Xff" ? $"{table.Kind}{name}"
            : name.StartsWith("Min", StringComparison.Ordinal) || name.StartsWith("Max", StringComparison.Ordinal) ? name[3..]
            : name;
    }

    public static JsonObject Of(Field field) => Of(field.Description, isNumber: field.Type == typeof(int), field.OneOf.Select(choice => (
        MemberOf(choice), choice.Value, choice.Description + (choice.NotYet is { } why ? $". Not supported yet: {why}" : ""))));

    public static JsonObject Of(string description, IEnumerable<(string Value, string Description)> values) =>
        Of(description, isNumber: false, values.Select(value => (Pascal(value.Value), value.Value, value.Description)));

    private static JsonObject Of(string description, bool isNumber, IEnumerable<(string Name, string Value, string Description)> values) => new()
    {
        ["description"] = description,
        ["type"] = isNumber ? "integer" : "string",
        ["enum"] = new JsonArray([.. values.Select(value => new JsonObject
        {
            ["name"] = value.Name,
            ["value"] = isNumber ? JsonValue.Create(int.Parse(value.Value, CultureInfo.InvariantCulture)) : JsonValue.Create(value.Value),
            ["description"] = value.Description,
        })]),
    };

    /// <summary>The choice as a member of its type: "1.2" is no name, but what it means, "TLS 1.2", makes one.</summary>
    public static string MemberOf(Choice choice) =>
        choice.Name ?? Pascal(char.IsAsciiLetter(choice.Value[0]) ? choice.Value : choice.Description);

    private static string Pascal(string text) => string.Concat(
        text.Split(' ', '/', '.', '_', '-').Select(
            word => char.ToUpperInvariant(word[0]) + (word.All(char.IsUpper) ? word[1..].ToLowerInvariant() : word[1..])));
}
