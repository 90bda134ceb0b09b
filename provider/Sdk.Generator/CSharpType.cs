using System.Text.Json;

namespace EdgeInfra.SdkGenerator;

/// <summary>What the shape of a schema alone tells of its C# side.</summary>
internal static class CSharpType
{
    /// <summary><c>Backend</c> of <c>edgeinfra:index:Backend</c>.</summary>
    public static string NameOf(string token) => token[(token.LastIndexOf(':') + 1)..];

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    public static bool IsList(JsonElement schema) => IsOf(schema, "array");

    public static bool IsMap(JsonElement schema) => IsOf(schema, "object");

    private static bool IsOf(JsonElement schema, string name) => schema.TryGetProperty("type", out var type) && type.GetString() == name;
}
