using System.Text.Json;

namespace EdgeInfra.Model;

/// <summary>JSON in the plain C# types that field tables fit to their own.</summary>
internal static class PlainJson
{
    public static object? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => json.EnumerateArray().Select(Read).ToList(),
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(property => property.Name, property => Read(property.Value)),
        _ => null,
    };
}
