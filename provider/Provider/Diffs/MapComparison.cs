using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Diffs;

/// <summary>
/// Compares checked inputs. Lists of objects are matched by name, so their order is no difference; where they have none, by position.
/// Secrecy alone is no difference either.
/// </summary>
internal static class MapComparison
{
    public static IEnumerable<PathChange> Compare(PropertyMap before, PropertyMap after, string path = "") =>
        before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .SelectMany(key => Compare(Plain(before[key]), Plain(after[key]), Paths.Join(path, key)));

    private static IEnumerable<PathChange> Compare(V before, V after, string path)
    {
        if (before.Equals(after) && after is not V.Unknown)
        {
            return [];
        }

        return (before, after) switch
        {
            (V.Null, V.List now) when IsOfObjects(now) => Compare(new V.List([]), now, path),
            (V.List old, V.Null) when IsOfObjects(old) => Compare(old, new V.List([]), path),
            (V.Null, _) => [new(path, ChangeKind.Add)],
            (_, V.Null) => [new(path, ChangeKind.Delete)],
            (V.Map old, V.Map now) => Compare(old.Items, now.Items, path),
            (V.List old, V.List now) when ListComparison.IsByPosition(old, now) => ByPosition(old, now, path),
            (V.List old, V.List now) when ListComparison.IsByName(old, now) => ListComparison.Compare(old, now, path),
            _ => [new(path, ChangeKind.Update)],
        };
    }

    private static IEnumerable<PathChange> ByPosition(V.List before, V.List after, string path) =>
        Enumerable.Range(0, Math.Max(before.Items.Length, after.Items.Length)).SelectMany(i => Compare(
            before.Items.ElementAtOrDefault(i) ?? V.None, after.Items.ElementAtOrDefault(i) ?? V.None, $"{path}[{i}]"));

    // A list of objects that is left out is an empty one.
    private static bool IsOfObjects(V.List list) => list.Items.Any(item => item is V.Map);

    /// <summary>The value with no wrappers at any depth.</summary>
    private static V Plain(V value) => value.Bare() switch
    {
        V.Map map => map.Items.Select((_, item) => Plain(item)),
        V.List list => new V.List(list.Items.Select(Plain)),
        var bare => bare,
    };
}
