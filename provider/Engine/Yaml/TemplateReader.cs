using System.Collections.Immutable;
using EdgeInfra.Engine.Workspace;
using EdgeInfra.Protocol;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EdgeInfra.Engine.Yaml;

/// <summary>Reads a YAML program. Whatever is wrong goes into the problems, and reading goes on.</summary>
internal sealed class TemplateReader(YamlProblems problems)
{
    // Those of Pulumi.yaml as a project file come after those of a program.
    private static readonly string[] Sections =
    [
        "config", "configuration", "variables", "resources", "outputs", "components",
        "name", "runtime", "description", "main", "backend", "template", "plugins", "packages", "options", "stackConfigDir",
        "author", "website", "license", "pulumi", "requiredPulumiVersion", "namespace", "version",
    ];

    private readonly NodeReader _nodes = new(problems);

    public Template Read(string yaml)
    {
        try
        {
            return YamlText.Load(yaml).Documents is [{ RootNode: YamlMappingNode root }, ..] ? ReadRoot(root) : new Template();
        }
        catch (YamlException malformed)
        {
            problems.Add(new SourceSpot((int)malformed.Start.Line, (int)malformed.Start.Column), $"not valid YAML: {malformed.Message}");
            return new Template();
        }
    }

    private Template ReadRoot(YamlMappingNode root)
    {
        foreach (var (name, at, _) in _nodes.Entries(root))
        {
            if (name == "components")
            {
                problems.Add(at, "components written in YAML are not supported yet; write the resources out, or use a C# program.");
            }
            else if (!Sections.Contains(name))
            {
                problems.Add(at, $"unknown section '{name}'.{Spelling.DidYouMean(name, Sections)}");
            }
        }

        return new Template
        {
            Config = [.. Section(root, "config").Concat(Section(root, "configuration")).Select(ReadConfig).OfType<ConfigDeclaration>()],
            Variables = [.. Section(root, "variables").Select(entry => new Field(entry.At, entry.Name, _nodes.Read(entry.Value)))],
            Resources = [.. Section(root, "resources").Select(ReadResource).OfType<ResourceDeclaration>()],
            Outputs = [.. Section(root, "outputs").Select(entry => new Field(entry.At, entry.Name, _nodes.Read(entry.Value)))],
        };
    }

    private IEnumerable<(string Name, SourceSpot At, YamlNode Value)> Section(YamlMappingNode root, string name)
    {
        if (!root.Children.TryGetValue(new YamlScalarNode(name), out var section) || section is YamlScalarNode { Value: null or "" })
        {
            return [];
        }

        if (section is YamlMappingNode map)
        {
            return _nodes.Entries(map);
        }

        problems.Add(NodeReader.At(section), $"{name} must be an object: one entry for each name.");
        return [];
    }

    // Either {type, default, secret}, or just the default; a key of another namespace is configuration for a provider.
    private ConfigDeclaration? ReadConfig((string Name, SourceSpot At, YamlNode Value) entry)
    {
        if (entry.Name.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        if (_nodes.Read(entry.Value) is not Expression.Fields fields)
        {
            return new ConfigDeclaration(entry.At, entry.Name, null, _nodes.Read(entry.Value), false);
        }

        Known($"config '{entry.Name}'", fields, ["type", "default", "secret", "value", "items", "description", "name"]);
        var type = Constant(fields["type"])?.ToLowerInvariant() switch { "int" => "integer", "bool" => "boolean", var other => other };
        if (type?.StartsWith("list<", StringComparison.Ordinal) is true)
        {
            type = "array";
        }

        if (type is not null && !ConfigDeclaration.Types.Contains(type))
        {
            problems.Add(fields["type"]!.At, $"config '{entry.Name}' has the unknown type '{type}'; allowed are "
                + $"{string.Join(", ", ConfigDeclaration.Types)}.{Spelling.DidYouMean(type, ConfigDeclaration.Types)}");
        }

        var secret = fields["secret"] is Expression.Literal { Value: PropertyValue.Bool(true) };
        return new ConfigDeclaration(entry.At, entry.Name, type, fields["default"] ?? fields["value"], secret);
    }

    private ResourceDeclaration? ReadResource((string Name, SourceSpot At, YamlNode Value) entry)
    {
        var owner = $"resource '{entry.Name}'";
        if (_nodes.Read(entry.Value) is not Expression.Fields fields)
        {
            problems.Add(entry.At, $"{owner} must be an object with at least 'type'.");
            return null;
        }

        Known(owner, fields, ResourceDeclaration.Keys);
        if (fields["defaultProvider"] is { } byDefault)
        {
            problems.Add(byDefault.At, $"{owner}: defaultProvider is not supported yet; name the provider in each resource's options.");
        }

        var options = Object(owner, "options", fields) ?? new Expression.Fields(entry.At, []);
        Known(owner, options, ResourceDeclaration.OptionNames, "option");
        if (options["customTimeouts"] is Expression.Fields timeouts)
        {
            Known(owner, timeouts, ResourceDeclaration.TimeoutNames, "timeout");
        }

        var get = Object(owner, "get", fields);
        if (get is not null)
        {
            Known(owner, get, ["id", "state"]);
            if (get["id"] is null)
            {
                problems.Add(get.At, $"{owner}: get needs the id of the resource to read.");
            }
        }

        return new ResourceDeclaration(
            entry.At, entry.Name, Constant(fields["name"]) ?? entry.Name, ReadType(owner, entry.At, fields),
            Object(owner, "properties", fields) ?? new Expression.Fields(entry.At, []), options, get);
    }

    private string ReadType(string owner, SourceSpot at, Expression.Fields fields)
    {
        var type = Constant(fields["type"]);
        if (type is null)
        {
            problems.Add(fields["type"]?.At ?? at, $"{owner} needs a type, such as 'type: command:local:Command'.");
            return "";
        }

        if (type.Split(':') is not ([_, _] or [_, _, _]) || type.Split(':').Any(string.IsNullOrWhiteSpace))
        {
            problems.Add(fields["type"]!.At, $"{owner} has the malformed type '{type}'; write package:module:Name or package:Name.");
        }

        return FullToken(type);
    }

    /// <summary><c>pkg:Name</c> is short for <c>pkg:index:Name</c>.</summary>
    public static string FullToken(string token) => token.Split(':') is [var package, var name] ? $"{package}:index:{name}" : token;

    private Expression.Fields? Object(string owner, string name, Expression.Fields fields)
    {
        var value = fields[name];
        if (value is null or Expression.Fields or Expression.Literal { Value: PropertyValue.Null })
        {
            return value as Expression.Fields;
        }

        problems.Add(value.At, $"{owner}: {name} must be an object.");
        return null;
    }

    private void Known(string owner, Expression.Fields fields, IReadOnlyList<string> known, string what = "key")
    {
        foreach (var field in fields.Entries.Where(field => !known.Contains(field.Name)))
        {
            problems.Add(field.At, $"{owner} has the unknown {what} '{field.Name}'; allowed are {string.Join(", ", known)}."
                + Spelling.DidYouMean(field.Name, known));
        }
    }

    private static string? Constant(Expression? expression) =>
        expression is Expression.Literal { Value: PropertyValue.Text(var text) } ? text : null;
}
