using System.Collections.Immutable;
using System.Globalization;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Display;

/// <summary>Reads property paths as providers write them: <c>a.b[0]["key with.dots"]</c>.</summary>
internal static class PropertyPath
{
    /// <summary>A name, or an index in brackets as <c>[0]</c>. Malformed paths are one segment.</summary>
    public static ImmutableArray<string> Parse(string path)
    {
        var segments = ImmutableArray.CreateBuilder<string>();
        var position = 0;
        while (position < path.Length)
        {
            if (path[position] == '[')
            {
                var end = path.AsSpan(position).StartsWith("[\"") ? QuotedEnd(path, position + 2) : path.IndexOf(']', position);
                if (end < 0)
                {
                    return [path];
                }

                var inner = path[(position + 1)..end];
                segments.Add(inner.StartsWith('"') ? inner.Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal) : $"[{inner}]");
                position = end + 1;
            }
            else
            {
                position += path[position] == '.' ? 1 : 0;
                var end = path.IndexOfAny(['.', '['], position);
                segments.Add(path[position..(end < 0 ? path.Length : end)]);
                position = end < 0 ? path.Length : end;
            }
        }

        return segments.ToImmutable();
    }

    public static bool IsIndex(string segment, out int index)
    {
        index = -1;
        return segment is ['[', .., ']'] && int.TryParse(segment.AsSpan(1, segment.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out index);
    }

    public static string Append(string label, string name)
    {
        var plain = name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');
        return !plain ? $"{label}[\"{name.Replace("\"", "\\\"", StringComparison.Ordinal)}\"]" : label.Length > 0 ? $"{label}.{name}" : name;
    }

    /// <summary>The label of a list's item: by the item's own name where it has one.</summary>
    public static string AppendItem(string label, int index, PropertyValue? item) =>
        NameOf(item) is { } name ? $"{label}[\"{name}\"]" : $"{label}[{index}]";

    /// <summary>What an object of a list calls itself; null for everything else.</summary>
    public static string? NameOf(PropertyValue? item) =>
        item?.Bare() is PropertyValue.Map map && map.Items["name"] is PropertyValue.Text { Value: { Length: > 0 } name } ? name : null;

    // The closing bracket after a quoted key.
    private static int QuotedEnd(string path, int from)
    {
        for (var i = from; i < path.Length - 1; i++)
        {
            if (path[i] == '\\')
            {
                i++;
            }
            else if (path[i] == '"' && path[i + 1] == ']')
            {
                return i + 1;
            }
        }

        return -1;
    }
}
