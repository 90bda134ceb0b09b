using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EdgeInfra.Edge.Control;

/// <summary>A stored document in any YAML: people mend them. It takes six times as long as <see cref="WrittenYaml"/>, and says what is wrong.</summary>
internal static class AnyYaml
{
    private const int DeepestOfAll = 64; // an alias may stand for what it stands in

    public static YamlMap Read(string text)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return yaml.Documents is [{ RootNode: YamlMappingNode root }]
                ? Map(root, 0)
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

    private static YamlMap Map(YamlMappingNode node, int depth)
    {
        var map = new YamlMap((int)node.Start.Line);
        foreach (var (key, value) in node.Children)
        {
            map.Add((key as YamlScalarNode)?.Value ?? "", Value(value, depth + 1));
        }

        return map;
    }

    private static object Value(YamlNode node, int depth) => node switch
    {
        _ when depth > DeepestOfAll => throw new DamagedDocumentException($"line {node.Start.Line}: it is nested too deeply"),
        YamlMappingNode map => Map(map, depth),
        YamlSequenceNode list => list.Children.Select(item => Value(item, depth + 1)).ToList(),
        YamlScalarNode { Value: { } text } => text,
        _ => throw new DamagedDocumentException($"line {node.Start.Line}: this is neither text nor list nor mapping"),
    };
}
