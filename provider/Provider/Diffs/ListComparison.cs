using System.Collections.Immutable;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Diffs;

/// <summary>Compares lists whose items have names: objects by their name, entries of an ACL by their range, texts by themselves.</summary>
/// <remarks>Paths count in the new list, but for removed items in the old one.</remarks>
internal static class ListComparison
{
    public static bool IsByName(V.List before, V.List after) =>
        before.Items.Concat(after.Items).All(item => item is V.Unknown or V.Text || Name(item) is not null || item is V.Map);

    /// <summary>Objects that have nothing to be told by but their place. One whose name is not known yet is another thing.</summary>
    public static bool IsByPosition(V.List before, V.List after)
    {
        var items = before.Items.Concat(after.Items).Where(item => item is not V.Unknown).ToList();
        return items.Count > 0 && items.All(item => item is V.Map map && !map.Items.ContainsKey("name") && !map.Items.ContainsKey("ip"));
    }

    public static IEnumerable<PathChange> Compare(V.List before, V.List after, string path)
    {
        var old = Index(before);
        var changes = new List<PathChange>();
        var unknown = 0;
        for (var i = 0; i < after.Items.Length; i++)
        {
            var item = after.Items[i];
            var at = $"{path}[{i}]";
            if (Name(item) is not { } name)
            {
                unknown++;
                changes.Add(new(at, ChangeKind.Update));
            }
            else if (!old.Remove(name, out var position))
            {
                changes.Add(new(at, ChangeKind.Add));
            }
            else if (before.Items[position] is V.Map was && item is V.Map now)
            {
                changes.AddRange(MapComparison.Compare(was.Items, now.Items, at));
            }
        }

        // An item that is not known yet may well be one of those that seem gone: only the surplus surely is.
        var gone = old.Values.Order().Skip(unknown).Select(position => $"{path}[{position}]").ToImmutableHashSet();
        return Merge(changes, gone);
    }

    // One path carries one change: an item that takes the place of a removed one is an update of that place.
    private static IEnumerable<PathChange> Merge(List<PathChange> changes, ImmutableHashSet<string> gone)
    {
        var taken = changes.Select(change => change.Path).ToHashSet();
        return changes
            .Select(change => change.Kind == ChangeKind.Add && gone.Contains(change.Path) ? change with { Kind = ChangeKind.Update } : change)
            .Concat(gone.Where(path => !taken.Contains(path)).Order(StringComparer.Ordinal).Select(
                path => new PathChange(path, ChangeKind.Delete)));
    }

    private static Dictionary<string, int> Index(V.List list)
    {
        var positions = new Dictionary<string, int>();
        for (var i = 0; i < list.Items.Length; i++)
        {
            positions[Name(list.Items[i]) ?? $"\0{i}"] = i;
        }

        return positions;
    }

    private static string? Name(V item) => item switch
    {
        V.Text text => text.Value,
        V.Map map => (map.Items["name"] as V.Text)?.Value ?? Range(map.Items),
        _ => null,
    };

    private static string? Range(PropertyMap entry) => (entry["ip"], entry["subnet"]) switch
    {
        (V.Text(var ip), V.Number(var bits)) => $"{ip}/{bits}",
        (V.Text(var ip), V.Null) => ip,
        _ => null,
    };
}
