using System.Text.Json;
using EdgeInfra.Engine.Yaml;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Display;

/// <summary>A value on one line. Secrets and what is not known yet are said to be so.</summary>
internal static class CompactValue
{
    public const string Unknown = "[known after apply]";

    // Two or three lines of a terminal.
    private const int Longest = 240;

    private static readonly JsonSerializerOptions Quoting = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(V value)
    {
        var text = Full(value);
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    public static string Quote(string text) => JsonSerializer.Serialize(text, Quoting);

    private static string Full(V value) => value switch
    {
        V.Secret or V.Output { IsSecret: true } => Scrubber.Mark,
        V.Output output => Full(output.Bare()),
        V.Unknown => Unknown,
        V.Null => "null",
        V.Bool or V.Number => ValueText.Of(value),
        V.Text text => Quote(text.Value),
        V.List list => "[" + string.Join(", ", list.Items.Select(Full)) + "]",
        V.Map map => Object(map.Items),
        V.Asset asset => $"asset({asset.Path ?? asset.Uri ?? (asset.Content is null ? Short(asset.Hash) : "text")})",
        V.Archive { Parts: { } parts } => $"archive({parts.Count} parts)",
        V.Archive archive => $"archive({archive.Path ?? archive.Uri ?? Short(archive.Hash)})",
        V.ResourceReference reference => ResourceName.Of(reference.Urn).ToString(),
        _ => "?",
    };

    // Empty fields of an object say that it has defaults there.
    private static string Object(PropertyMap map)
    {
        var fields = map.Where(field => field.Value is not (V.Null or V.Text { Value: "" } or V.List { Items.Length: 0 } or V.Map { Items.Count: 0 }))
            .Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal))
            .Select(field => $"{field.Key}: {Full(field.Value)}").ToArray();
        return fields.Length > 0 ? "{ " + string.Join(", ", fields) + " }" : "{}";
    }

    private static string Short(string? hash) => hash is null ? "" : hash[..Math.Min(8, hash.Length)];
}
