using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace EdgeInfra.Engine.Workspace;

/// <summary>
/// Pulumi.&lt;stack&gt;.yaml: configuration values and the salt of their encryption. Missing is the same as empty.
/// </summary>
internal sealed partial class StackConfigFile
{
    private const string Section = "config";
    private const string SaltField = "encryptionsalt";

    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _path;
    private YamlFile _file;
    private string _text;

    private StackConfigFile(string path, string text)
    {
        _path = path;
        _text = text;
        _file = YamlFile.Parse(path, text);
        RefuseWhatIsNotSupported();
    }

    public string Path => _path;

    /// <summary>The salt text, with its check value; null when nothing was encrypted yet.</summary>
    public string? Salt => _file.Text(_file.Root, SaltField);

    /// <summary>The values by name as written, with or without a namespace.</summary>
    public IEnumerable<(string Name, YamlNode Value)> Values =>
        _file.Mapping(_file.Root, Section) is { } config ? _file.Fields(config) : [];

    /// <exception cref="WorkspaceException">The file is no YAML, or asks for something that this engine has not.</exception>
    public static StackConfigFile Read(string path)
    {
        try
        {
            return new StackConfigFile(path, File.Exists(path) ? File.ReadAllText(path) : "");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WorkspaceException($"{path} cannot be read: {failure.Message}", failure);
        }
    }

    public void SetSalt(string salt) =>
        Change(lines => lines.Set(SaltField, Quote(salt)), root => root.Children[SaltField] = Scalar(salt));

    /// <param name="name">As written in the file, or the full key.</param>
    /// <param name="value">The text, or the ciphertext of a secret.</param>
    /// <param name="secure">Whether it is a ciphertext.</param>
    public void Set(string name, string value, bool secure)
    {
        var entry = secure ? new YamlMappingNode("secure", Scalar(value)) : (YamlNode)Scalar(value);
        Change(
            lines => lines.Set(Section, name, secure ? "" : Quote(value), secure ? [$"secure: {Quote(value)}"] : []),
            root => Config(root).Children[name] = entry);
    }

    public void Remove(string name) => Change(lines => lines.Remove(Section, name), root => Config(root).Children.Remove(name));

    public void Save() => AtomicFile.Write(_path, Encoding.UTF8.GetBytes(_text), shared: true);

    // The lines are edited first, to keep comments. If that did not give what the tree says, the tree is written instead.
    private void Change(Action<YamlLines> edit, Action<YamlMappingNode> change)
    {
        var wanted = YamlFile.Parse(_path, _text).Root;
        change(wanted);
        var lines = new YamlLines(_text);
        edit(lines);
        _text = Says(lines.ToString(), wanted) ? lines.ToString() : Print(wanted);
        _file = YamlFile.Parse(_path, _text);
    }

    private bool Says(string text, YamlMappingNode wanted)
    {
        try
        {
            return YamlJson.Canonical(YamlFile.Parse(_path, text).Root) == YamlJson.Canonical(wanted);
        }
        catch (WorkspaceException)
        {
            return false;
        }
    }

    private static string Print(YamlMappingNode root)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(root)).Save(text, assignAnchors: false);
        return text.ToString().Replace("...\n", "", StringComparison.Ordinal);
    }

    private static YamlMappingNode Config(YamlMappingNode root)
    {
        if (YamlFile.Field(root, Section) is not YamlMappingNode config)
        {
            config = [];
            root.Children[Section] = config;
        }

        return config;
    }

    private void RefuseWhatIsNotSupported()
    {
        if (_file.Text(_file.Root, "secretsprovider") is { } provider && provider is not ("passphrase" or "default"))
        {
            throw _file.Wrong(
                YamlFile.Field(_file.Root, "secretsprovider")!,
                "secretsprovider",
                "'passphrase', the only one that works without the Pulumi CLI: pulumi stack change-secrets-provider passphrase");
        }

        if (YamlFile.Field(_file.Root, "environment") is { } environment and not YamlScalarNode { Value: "" or null })
        {
            throw new WorkspaceException(
                $"{_path}, line {environment.Start.Line}: 'environment' needs the Pulumi service, which this engine does not use; set the values under 'config'");
        }
    }

    private static YamlScalarNode Scalar(string value) =>
        new(value) { Style = IsPlain(value) ? YamlDotNet.Core.ScalarStyle.Plain : YamlDotNet.Core.ScalarStyle.DoubleQuoted };

    private static string Quote(string value) => IsPlain(value) ? value : JsonSerializer.Serialize(value, Quoting);

    // Only what no reader of YAML, old or new, takes for a number, a boolean or null.
    private static bool IsPlain(string value) => PlainText().IsMatch(value)
        && value.ToUpperInvariant() is not ("TRUE" or "FALSE" or "YES" or "NO" or "ON" or "OFF" or "Y" or "N" or "NULL");

    [GeneratedRegex(@"^[A-Za-z/]([A-Za-z0-9_./@+=:-]*[A-Za-z0-9_./@+=-])?\z")]
    private static partial Regex PlainText();
}
