namespace EdgeInfra.Model;

/// <summary>Paths of fields within fields: <c>policy.errorPages[0].statuses</c>.</summary>
public static class FieldPath
{
    /// <summary>Whether the path is one of those, or lies below one.</summary>
    public static bool IsWithin(string path, IReadOnlySet<string> those)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
        {
            if (those.Contains(path[..end]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of those is the path itself, or lies below it.</summary>
    public static bool Holds(string path, IReadOnlySet<string> those) =>
        those.Any(other => other == path || (other.StartsWith(path, StringComparison.Ordinal) && other[path.Length] is '.' or '['));

    /// <summary>What of the paths lies below a field, or below an item <c>[0]</c>, told from there.</summary>
    public static IReadOnlySet<string> Below(string path, IReadOnlySet<string> those) =>
        those.Where(other => other.Length > path.Length && other.StartsWith(path, StringComparison.Ordinal) && other[path.Length] is '.' or '[')
            .Select(other => other[(other[path.Length] == '.' ? path.Length + 1 : path.Length)..]).ToHashSet();

    /// <summary>The field that a path leads to, or null.</summary>
    public static Field? Find(IFieldTable table, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var field = table.Find(NameOf(dot < 0 ? path : path[..dot]));
        return dot < 0 || field is null ? field : field.Part is { } part ? Find(part, path[(dot + 1)..]) : null;
    }

    /// <summary>The path in the words of the control API; what is no field stays as it is.</summary>
    public static string OnTheWire(IFieldTable table, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var first = dot < 0 ? path : path[..dot];
        if (table.Find(NameOf(first)) is not { } field)
        {
            return path;
        }

        var name = field.WireName + first[NameOf(first).Length..];
        return dot < 0 || field.Part is null ? name + (dot < 0 ? "" : path[dot..]) : $"{name}.{OnTheWire(field.Part, path[(dot + 1)..])}";
    }

    private static string NameOf(string part) => part.IndexOf('[', StringComparison.Ordinal) is >= 0 and var end ? part[..end] : part;
}
