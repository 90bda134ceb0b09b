using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Yaml;

/// <summary>Reads one alias: a URN, a former name, or an object that says what was different.</summary>
internal static class AliasReader
{
    private static readonly string[] Known = ["name", "noParent", "parent", "parentUrn", "project", "stack", "type", "urn"];

    public static Alias Read(V value, SourceSpot at) => value switch
    {
        V.Text(var urn) when urn.StartsWith("urn:", StringComparison.Ordinal) => new Alias { Urn = urn },
        V.Text(var name) => new Alias { Spec = new() { Name = name } },
        V.Map(var fields) => ReadSpec(fields, at),
        _ => throw new UnevaluableException(at, $"an alias is a URN, a name or an object, not {ValueText.Kind(value)}."),
    };

    private static Alias ReadSpec(PropertyMap fields, SourceSpot at)
    {
        foreach (var unknown in fields.Keys.Except(Known))
        {
            throw new UnevaluableException(
                at, $"an alias has no '{unknown}'; allowed are {string.Join(", ", Known)}.{Spelling.DidYouMean(unknown, Known)}");
        }

        if (fields["urn"] is V.Text(var urn))
        {
            return new Alias { Urn = urn };
        }

        var spec = new Alias.Types.Spec
        {
            Name = Text(fields["name"]), Type = Text(fields["type"]), Stack = Text(fields["stack"]),
            Project = Text(fields["project"]),
        };
        if (fields["noParent"] is V.Bool(true))
        {
            spec.NoParent = true;
        }
        else if (fields["parent"] is V.ResourceReference parent)
        {
            spec.ParentUrn = parent.Urn;
        }
        else if (fields["parentUrn"] is V.Text(var parentUrn))
        {
            spec.ParentUrn = parentUrn;
        }

        return new Alias { Spec = spec };
    }

    private static string Text(V value) => value is V.Text text ? text.Value : "";
}
