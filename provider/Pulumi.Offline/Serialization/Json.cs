using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Pulumi.Serialization;

/// <summary>Property values and JSON.</summary>
internal static class Json
{
    public static V Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => json.GetString()!, // A JSON string is never null.
        JsonValueKind.Array => new V.List(json.EnumerateArray().Select(Read)),
        JsonValueKind.Object => PropertyMap.From(
            json.EnumerateObject().Select(item => KeyValuePair.Create(item.Name, Read(item.Value)))),
        _ => V.None,
    };

    /// <summary>A value as JSON text: unknown if any part is, secret if any part is.</summary>
    public static V Text(V value)
    {
        var lifted = Lifted.From(value);
        V text = !lifted.IsKnown ? V.Unknown.Instance
            : lifted.Value is V.Text plain ? plain
            : Node(lifted.Value)?.ToJsonString() ?? "null";
        return lifted.IsSecret ? new V.Secret(text) : text;
    }

    public static JsonNode? Node(V value) => value switch
    {
        V.Bool flag => flag.Value,
        V.Number number => number.Value,
        V.Text text => text.Value,
        V.List list => new JsonArray([.. list.Items.Select(Node)]),
        V.Map map => new JsonObject(map.Items.Select(item => KeyValuePair.Create(item.Key, Node(item.Value)))),
        V.Null => null,
        _ => throw new InvalidOperationException($"{value.GetType().Name} cannot be written as JSON."),
    };

    public static string CamelCase(FieldInfo field) => char.ToLowerInvariant(field.Name[0]) + field.Name[1..];
}
