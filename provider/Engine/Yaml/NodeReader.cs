using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using EdgeInfra.Protocol;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EdgeInfra.Engine.Yaml;

/// <summary>
/// Reads YAML nodes into expressions. Plain scalars have the types of YAML 1.2: only true and false are booleans.
/// </summary>
internal sealed partial class NodeReader(YamlProblems problems)
{
    // Anchors may refer to themselves, or multiply: both end here.
    private const int MaxDepth = 100;
    private const int MaxNodes = 200_000;

    private int _nodes;

    public static SourceSpot At(YamlNode node) => new((int)node.Start.Line, (int)node.Start.Column);

    public Expression Read(YamlNode node, int depth = 0)
    {
        if (depth > MaxDepth || ++_nodes > MaxNodes)
        {
            problems.Add(At(node), "is nested too deep or too large; does an anchor refer to itself?");
            return new Expression.Literal(At(node), PropertyValue.None);
        }

        return node switch
        {
            YamlScalarNode scalar => ReadScalar(scalar),
            YamlSequenceNode list => new Expression.Items(At(list), [.. list.Children.Select(child => Read(child, depth + 1))]),
            YamlMappingNode map => ReadMap(map, depth),
            _ => new Expression.Literal(At(node), PropertyValue.None),
        };
    }

    /// <summary>The entries of a mapping with the ones merged into it by <c>&lt;&lt;</c>.</summary>
    public IEnumerable<(string Name, SourceSpot At, YamlNode Value)> Entries(YamlMappingNode map, int depth = 0)
    {
        foreach (var (key, value) in map.Children)
        {
            if (key is not YamlScalarNode { Value: { } name })
            {
                problems.Add(At(key), "expected a name here, not a list or an object.");
            }
            else if (name != "<<")
            {
                yield return (name, At(key), value);
            }
            else if (depth < MaxDepth)
            {
                var sources = value is YamlSequenceNode list ? list.Children : [value];
                foreach (var entry in sources.OfType<YamlMappingNode>().SelectMany(source => Entries(source, depth + 1))
                    .Where(entry => !map.Children.ContainsKey(new YamlScalarNode(entry.Name))))
                {
                    yield return entry;
                }
            }
        }
    }

    private Expression ReadMap(YamlMappingNode map, int depth)
    {
        var fields = Entries(map).Select(entry => new Field(entry.At, entry.Name, Read(entry.Value, depth + 1)))
            .ToImmutableArray();
        if (!fields.Any(IsFunction))
        {
            return new Expression.Fields(At(map), fields);
        }

        if (fields.Length > 1)
        {
            problems.Add(fields.First(IsFunction).At, "a function must be the only key of its object.");
        }

        return ReadCall(fields.First(IsFunction));
    }

    // fn::pkg:module:name is short for fn::invoke.
    private static Expression.Call ReadCall(Field field)
    {
        var name = field.Name[4..];
        return name.Contains(':', StringComparison.Ordinal)
            ? new Expression.Call(field.At, "invoke", new Expression.Fields(field.At,
            [
                new Field(field.At, "function", new Expression.Literal(field.At, name)),
                new Field(field.At, "arguments", field.Value),
            ]))
            : new Expression.Call(
                field.At, char.ToLowerInvariant(name.FirstOrDefault('?')) + name[Math.Min(1, name.Length)..], field.Value);
    }

    private static bool IsFunction(Field field) => field.Name.StartsWith("fn::", StringComparison.OrdinalIgnoreCase);

    private Expression ReadScalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        var at = At(scalar);
        if (scalar.Style is ScalarStyle.Plain && (scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific) && ReadPlain(text) is { } value)
        {
            return new Expression.Literal(at, value);
        }

        try
        {
            return new InterpolationReader(text, at).Read();
        }
        catch (FormatException malformed)
        {
            problems.Add(at, malformed.Message);
            return new Expression.Literal(at, PropertyValue.None);
        }
    }

    private static PropertyValue? ReadPlain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => PropertyValue.None,
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ when Decimal().IsMatch(text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        _ when text.StartsWith("0x", StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex) => (double)hex,
        _ => null,
    };

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Decimal();
}
