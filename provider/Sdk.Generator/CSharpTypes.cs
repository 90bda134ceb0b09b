using System.Collections.Immutable;
using System.Text.Json;

namespace EdgeInfra.SdkGenerator;

/// <summary>The C# types of schema properties, as programs give them and as they get them back.</summary>
internal sealed class CSharpTypes(JsonElement package)
{
    // A definition is got from a resource and passed on as it is: one class does for both ways. Any other object is written in place,
    // and has two classes, as in Pulumi's own SDKs: one to give, whose properties may be outputs, and one to get.
    private readonly ImmutableHashSet<string> _inPlace =
    [
        .. package.GetProperty("types").EnumerateObject()
            .Where(type => !type.Value.TryGetProperty("enum", out _)).Select(type => CSharpType.NameOf(type.Name))
            .Where(name => !name.EndsWith("Definition", StringComparison.Ordinal)),
    ];

    public bool IsInPlace(string name) => _inPlace.Contains(name);

    /// <summary>A value that is there: <c>ImmutableArray&lt;string&gt;</c>.</summary>
    public string Plain(JsonElement schema) => Named(schema, name => IsInPlace(name) ? $"{SdkWriter.Outputs}.{name}" : name) ?? PlainUnnamed(schema);

    /// <summary>Lists and maps are empty rather than null.</summary>
    public string Plain(JsonElement schema, bool alwaysSet) =>
        Plain(schema) + (alwaysSet || CSharpType.IsList(schema) || CSharpType.IsMap(schema) ? "" : "?");

    /// <summary>What a program may give: a value, or an output of one.</summary>
    public string Given(JsonElement schema) =>
        CSharpType.IsList(schema) ? $"InputList<{GivenWithin(schema.GetProperty("items"))}>"
        : CSharpType.IsMap(schema) ? $"InputMap<{GivenWithin(schema.GetProperty("additionalProperties"))}>"
        : schema.TryGetProperty("oneOf", out var cases) ? $"InputUnion<{string.Join(", ", cases.EnumerateArray().Select(GivenWithin))}>"
        : $"Input<{GivenWithin(schema)}>";

    private string GivenWithin(JsonElement schema) => Named(schema, name => IsInPlace(name) ? $"{name}Args" : name) ?? PlainUnnamed(schema);

    private static string? Named(JsonElement schema, Func<string, string> type) =>
        schema.TryGetProperty("$ref", out var reference) ? type(CSharpType.NameOf(reference.GetString()!)) : null;

    private string PlainUnnamed(JsonElement schema)
    {
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
            "object" => $"ImmutableDictionary<string, {Plain(schema.GetProperty("additionalProperties"))}>",
            var other => throw new NotSupportedException($"no C# type for the schema type {other}"),
        };
    }
}
