using System.Text.Json.Nodes;
using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Schema;

/// <summary>
/// Describes closed sets of values. Fields with the same set share one type: minTlsVersion and maxTlsVersion are TlsVersions.
/// </summary>
internal static class EnumSchema
{
    /// <summary><c>ConditionType</c> for a condition's type, <c>TlsVersion</c> for minTlsVersion.</summary>
    public static string NameOf(IFieldTable table, Field field)
    {
        var name = Pascal(field.Name);
        return name == "Type" ? table.RecordType.Name + name
            : name.StartsWith("Min", StringComparison.Ordinal) || name.StartsWith("Max", StringComparison.Ordinal) ? name[3..]
            : name;
    }

    public static JsonObject Of(Field field) => Of(field.Description, field.OneOf.Select(choice => (
        choice.Value, choice.Description + (choice.NotYet is { } why ? $". Not supported yet: {why}" : ""))));

    public static JsonObject Of(string description, IEnumerable<(string Value, string Description)> values) => new()
    {
        ["description"] = description,
        ["type"] = "string",
        ["enum"] = new JsonArray([.. values.Select(value => new JsonObject
        {
            ["name"] = MemberOf(value.Value, value.Description),
            ["value"] = value.Value,
            ["description"] = value.Description,
        })]),
    };

    /// <summary>The value as a member of its type: "1.2" is no name, but what it means, "TLS 1.2", makes one.</summary>
    public static string MemberOf(string value, string description) => Pascal(char.IsAsciiLetter(value[0]) ? value : description);

    private static string Pascal(string text) => string.Concat(
        text.Split(' ', '/', '.').Select(
            word => char.ToUpperInvariant(word[0]) + (word.All(char.IsUpper) ? word[1..].ToLowerInvariant() : word[1..])));
}
