using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Display;

/// <summary>How places in a resource are called for readers: property paths, but items of lists by their own names.</summary>
internal static class FieldLabel
{
    /// <summary>The label of a list's item.</summary>
    public static string Item(string label, int index, PropertyValue? item) =>
        NameOf(item) is { } name ? Item(label, name) : PropertyPath.Join(label, index);

    public static string Item(string label, string name) =>
        $"{label}[\"{name.Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";

    /// <summary>What an object of a list calls itself; null for everything else.</summary>
    public static string? NameOf(PropertyValue? item) =>
        item?.Bare() is PropertyValue.Map map && map.Items["name"] is PropertyValue.Text { Value: { Length: > 0 } name }
            ? name
            : null;

    public static string Root(string label) => PropertyPath.Lenient(label).Root;

    public static string Last(string label) => PropertyPath.Lenient(label).Segments.LastOrDefault("");
}
