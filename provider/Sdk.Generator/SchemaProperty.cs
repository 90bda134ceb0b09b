using System.Text.Json;

namespace EdgeInfra.SdkGenerator;

/// <summary>One property as a schema describes it.</summary>
internal sealed record SchemaProperty(string Name, JsonElement Schema, bool Required, CSharpTypes Types)
{
    public string Member { get; } = CSharpType.Pascal(Name);

    /// <summary>What a program gets.</summary>
    public string Plain { get; } = Types.Plain(Schema, Required);

    /// <summary>What a program gives.</summary>
    public string Given { get; } = Types.Given(Schema);

    /// <summary>Lists and maps: never null, and written with a collection initialiser.</summary>
    public bool IsCollection { get; } = CSharpType.IsList(Schema) || CSharpType.IsMap(Schema);

    public string Description { get; } = Schema.GetProperty("description").GetString()!;

    public bool Secret { get; } = Schema.TryGetProperty("secret", out var secret) && secret.GetBoolean();

    public static IReadOnlyList<SchemaProperty> Of(JsonElement owner, string properties, string required, CSharpTypes types)
    {
        var names = owner.TryGetProperty(required, out var list)
            ? list.EnumerateArray().Select(name => name.GetString()!).ToHashSet()
            : [];
        return [.. owner.GetProperty(properties).EnumerateObject().Select(
            property => new SchemaProperty(property.Name, property.Value, names.Contains(property.Name), types))];
    }
}
