using System.Collections.Immutable;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace EdgeInfra.Engine.Workspace;

/// <summary>Reads Pulumi.yaml.</summary>
internal sealed partial class ProjectFile
{
    public const string Name = "Pulumi.yaml";

    private static readonly string[] Types = ["string", "integer", "number", "boolean", "array", "object"];

    private readonly YamlFile _file;
    private readonly string _directory;
    private readonly string _project;

    private ProjectFile(YamlFile file)
    {
        _file = file;
        _directory = Path.GetDirectoryName(Path.GetFullPath(file.Path))!;
        _project = file.RequiredText(file.Root, "name");
    }

    /// <exception cref="WorkspaceException">The file says something that this engine does not understand.</exception>
    public static Project Read(string path) => new ProjectFile(YamlFile.Read(path)).Read();

    private Project Read()
    {
        if (!ProjectName().IsMatch(_project))
        {
            throw _file.Wrong(YamlFile.Field(_file.Root, "name")!, "name", "up to 100 of: letters, digits, '-', '_' and '.'");
        }

        var (runtime, options) = Runtime();
        return new Project
        {
            Name = _project,
            Runtime = runtime,
            RuntimeOptions = options,
            Main = _file.Text(_file.Root, "main") ?? "",
            Description = _file.Text(_file.Root, "description") ?? "",
            Config = Config(),
            Plugins = Plugins(),
            BackendUrl = _file.Mapping(_file.Root, "backend") is { } backend ? _file.Text(backend, "url") : null,
        };
    }

    private (string Name, ImmutableSortedDictionary<string, string> Options) Runtime()
    {
        var none = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        if (YamlFile.Field(_file.Root, "runtime") is not YamlMappingNode runtime)
        {
            return (_file.RequiredText(_file.Root, "runtime"), none);
        }

        var options = _file.Mapping(runtime, "options") is not { } given ? none : none.AddRange(_file.Fields(given)
            .Select(option => KeyValuePair.Create(option.Name, YamlJson.Text(option.Value, plain => plain))));
        return (_file.RequiredText(runtime, "name"), options);
    }

    private ImmutableSortedDictionary<string, ConfigDeclaration> Config()
    {
        var none = ImmutableSortedDictionary.Create<string, ConfigDeclaration>(StringComparer.Ordinal);
        return _file.Mapping(_file.Root, "config") is not { } config ? none : none.SetItems(_file.Fields(config)
            .Select(field => KeyValuePair.Create(ConfigKey.Full(_project, field.Name), Declaration(field.Name, field.Value))));
    }

    // A mapping declares; anything else, and what stands under 'value', is the value itself.
    private ConfigDeclaration Declaration(string name, YamlNode node)
    {
        if (node is not YamlMappingNode declaration)
        {
            return new ConfigDeclaration("", Plain(name, node), IsSecret: false);
        }

        var type = _file.Text(declaration, "type") ?? "";
        if (type.Length > 0 && !Types.Contains(type))
        {
            throw _file.Wrong(YamlFile.Field(declaration, "type")!, $"config.{name}.type", string.Join(", ", Types[..^1]) + " or " + Types[^1]);
        }

        var value = YamlFile.Field(declaration, "value") ?? YamlFile.Field(declaration, "default");
        return new ConfigDeclaration(type, value is null ? null : Plain(name, value), _file.Text(declaration, "secret") == "true");
    }

    private string Plain(string name, YamlNode node) => YamlJson.HasSecret(node)
        ? throw new WorkspaceException(
            $"{_file.Path}, line {node.Start.Line}: 'config.{name}' is an encrypted value; those belong to a stack: edgeinfra config set {name} --secret")
        : YamlJson.Text(node, plain => plain);

    private ImmutableSortedDictionary<string, string> Plugins()
    {
        var none = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        return _file.Mapping(_file.Root, "plugins") is not { } plugins || _file.Sequence(plugins, "providers") is not { } providers
            ? none
            : none.SetItems(providers.Select(Plugin));
    }

    private KeyValuePair<string, string> Plugin(YamlNode node) => node is YamlMappingNode plugin
        ? KeyValuePair.Create(_file.RequiredText(plugin, "name"), Path.GetFullPath(_file.RequiredText(plugin, "path"), _directory))
        : throw _file.Wrong(node, "plugins.providers", "entries with 'name' and 'path'");

    [GeneratedRegex(@"^(?!\.{1,2}\z)[A-Za-z0-9_.-]{1,100}\z")] // . and .. are folders, not names
    private static partial Regex ProjectName();
}
