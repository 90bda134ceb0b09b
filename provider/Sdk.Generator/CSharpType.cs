using System.Text.Json;

namespace EdgeInfra.SdkGenerator;

/// <summary>The C# types of schema properties, as programs give them and as they get them back.</summary>
internal static class CSharpType
{
    /// <summary><c>Backend</c> of <c>edgeinfra:index:Backend</c>.</summary>
    public static string NameOf(string token) => token[(token.LastIndexOf(':') + 1)..];

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>A value that is there: <c>ImmutableArray&lt;string&gt;</c>.</summary>
    public static string Plain(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return NameOf(reference.GetString()!);
        }

        if (schema.TryGetProperty("oneOf", out var cases))
        {
            return $"Union<{string.Join(", ", cases.EnumerateArray().Select(Plain))}>";
        }

        return schema.GetProperty("type").GetString() switch
        {
            "string" => "string",
            "integer" => "int",
            "boolean" => "bool",
            "array" => $"ImmutableArray<{Plain(schema.GetProperty("items"))}>",
            var other => throw new NotSupportedException($"no C# type for the schema type {other}"),
        };
    }

    /// <summary>Lists are empty rather than null.</summary>
    public static string Plain(JsonElement schema, bool alwaysSet) => Plain(schema) + (alwaysSet || IsList(schema) ? "" : "?");

    /// <summary>What a program may give: a value, or an output of one.</summary>
    public static string Given(JsonElement schema) =>
        IsList(schema) ? $"InputList<{Plain(schema.GetProperty("items"))}>"
        : schema.TryGetProperty("oneOf", out var cases) ? $"InputUnion<{string.Join(", ", cases.EnumerateArray().Select(Plain))}>"
        : $"Input<{Plain(schema)}>";

    public static bool IsList(JsonElement schema) => schema.TryGetProperty("type", out var type) && type.GetString() == "array";
}
