using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EdgeInfra.Engine.Workspace;

/// <summary>A YAML file that was read, and how to speak of what is wrong in it: by file, line and expectation.</summary>
internal sealed class YamlFile
{
    private YamlFile(string path, YamlMappingNode root)
    {
        Path = path;
        Root = root;
    }

    public string Path { get; }

    /// <summary>The mapping that the file is; empty for an empty file.</summary>
    public YamlMappingNode Root { get; }

    /// <exception cref="WorkspaceException">It cannot be read, or is no YAML, or is not a mapping.</exception>
    public static YamlFile Read(string path)
    {
        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WorkspaceException($"{path} cannot be read: {failure.Message}", failure);
        }
    }

    public static YamlFile Parse(string path, string text)
    {
        YamlStream stream;
        try
        {
            stream = YamlText.Load(text);
        }
        catch (YamlException failure)
        {
            throw new WorkspaceException($"{path}, line {failure.Start.Line}: not valid YAML: {failure.Message}", failure);
        }

        return (stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode) switch
        {
            null or YamlScalarNode { Value: null or "" } => new YamlFile(path, []),
            YamlMappingNode mapping => new YamlFile(path, mapping),
            var other => throw new WorkspaceException($"{path}, line {other.Start.Line}: expected 'key: value' lines, found {Kind(other)}"),
        };
    }

    /// <summary>The text of a field; null when it is missing or empty.</summary>
    public string? Text(YamlMappingNode node, string field) => Field(node, field) switch
    {
        null => null,
        YamlScalarNode text => Text(text),
        var other => throw Wrong(other, field, "a text"),
    };

    public string RequiredText(YamlMappingNode node, string field) => Text(node, field)
        ?? throw new WorkspaceException($"{Path}, line {node.Start.Line}: '{field}' is missing");

    public YamlMappingNode? Mapping(YamlMappingNode node, string field) => Field(node, field) switch
    {
        null or YamlScalarNode { Value: null or "" } => null,
        YamlMappingNode mapping => mapping,
        var other => throw Wrong(other, field, "'key: value' lines below it"),
    };

    public YamlSequenceNode? Sequence(YamlMappingNode node, string field) => Field(node, field) switch
    {
        null or YamlScalarNode { Value: null or "" } => null,
        YamlSequenceNode sequence => sequence,
        var other => throw Wrong(other, field, "a list"),
    };

    /// <summary>The name and value of each field, names being texts.</summary>
    public IEnumerable<(string Name, YamlNode Value)> Fields(YamlMappingNode node) => node.Children.Select(child =>
        child.Key is YamlScalarNode { Value: { } name } ? (name, child.Value) : throw Wrong(child.Key, "key", "a text"));

    public WorkspaceException Wrong(YamlNode node, string field, string expected) =>
        new($"{Path}, line {node.Start.Line}: '{field}' is {Kind(node)}; expected {expected}");

    public static YamlNode? Field(YamlMappingNode node, string field) =>
        node.Children.FirstOrDefault(child => child.Key is YamlScalarNode key && key.Value == field).Value;

    private static string? Text(YamlScalarNode scalar) =>
        scalar.Value is { Length: > 0 } text && !(scalar.Style == ScalarStyle.Plain && text is "~" or "null") ? text : null;

    private static string Kind(YamlNode node) => node switch
    {
        YamlMappingNode => "an object",
        YamlSequenceNode => "a list",
        YamlScalarNode scalar => $"'{scalar.Value}'",
        _ => "something else",
    };
}
