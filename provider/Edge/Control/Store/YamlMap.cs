using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EdgeInfra.Edge.Control;

/// <summary>A mapping of a stored document. Whatever is not as the store writes it counts as damage.</summary>
internal sealed class YamlMap
{
    private const string End = "...";
    private readonly YamlMappingNode _node;

    private YamlMap(YamlMappingNode node) => _node = node;

    public IEnumerable<string> Names => _node.Children.Keys.Select(key => (key as YamlScalarNode)?.Value ?? "");

    public static YamlMap Document(string text)
    {
        if (!text.EndsWith($"\n{End}\n", StringComparison.Ordinal))
        {
            throw new DamagedDocumentException($"its end is missing (the last line must be {End})");
        }

        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return yaml.Documents is [{ RootNode: YamlMappingNode root }]
                ? new(root)
                : throw new DamagedDocumentException("it is not one mapping");
        }
        catch (YamlException error)
        {
            throw new DamagedDocumentException($"line {error.Start.Line}: {error.Message}");
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or FormatException)
        {
            // The parser has no better words for some of it.
            throw new DamagedDocumentException($"it is not YAML: {error.Message}");
        }
    }

    public bool Has(string name) => Find(name) is not null;

    public string Text(string name) =>
        Find(name) is YamlScalarNode { Value: { } value } ? value : throw Wrong(name, "a text");

    public int Number(string name) =>
        int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw Wrong(name, "a whole number");

    public DateTimeOffset Time(string name) => Timestamp.TryRead(Text(name), out var time) ? time : throw Wrong(name, "a time");

    public DateTimeOffset? TimeIfAny(string name) => Has(name) ? Time(name) : null;

    public YamlMap Map(string name) => Find(name) is YamlMappingNode map ? new(map) : throw Wrong(name, "a mapping");

    public IEnumerable<YamlMap> Maps(string name) =>
        Items(name).Select(item => item is YamlMappingNode map ? new YamlMap(map) : throw Wrong(name, "a list of mappings"));

    /// <summary>A field as it would stand in a form: lists and mappings as JSON text.</summary>
    public string FormText(string name) => Find(name) is YamlSequenceNode or YamlMappingNode
        ? Json(name, Find(name)!)?.ToJsonString() ?? ""
        : Text(name);

    // Numbers and flags are texts here; the fields know what they are.
    private JsonNode? Json(string name, YamlNode node) => node switch
    {
        YamlScalarNode { Value: { } text } => JsonValue.Create(text),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(item => Json(name, item))]),
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create((pair.Key as YamlScalarNode)?.Value ?? "", Json(name, pair.Value)))),
        _ => throw Wrong(name, "made of texts, lists and mappings"),
    };

    private IEnumerable<YamlNode> Items(string name) =>
        Find(name) is YamlSequenceNode list ? list.Children : throw Wrong(name, "a list");

    private YamlNode? Find(string name) => _node.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;

    private DamagedDocumentException Wrong(string name, string wanted) =>
        new($"line {_node.Start.Line}: {name} must be there and be {wanted}");
}
