using EdgeInfra.Model;
using EdgeInfra.Plugin.Records;

namespace EdgeInfra.Plugin.Versions;

/// <summary>
/// Moves healthchecks and conditions given inside backends into the manifest's own lists, and leaves their names behind.
/// </summary>
internal static class Hoisting
{
    public static Manifest Apply(Manifest manifest)
    {
        var lists = manifest.Lists.ToDictionary(list => list.Table.Kind);
        var failures = new List<Failure>();
        foreach (var (item, path) in Referring(manifest))
        {
            foreach (var (field, nested) in item.Nested.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                var kind = nested.Table.Kind;
                lists[kind] = Add(lists[kind], nested, $"{path}.{field}", failures);
            }

            // Whatever is not known here may turn out to be an object that belongs into a list.
            foreach (var field in item.Table.Where(field => field.Reference != ObjectKind.None && IsOpen(item, field)))
            {
                lists[field.Reference] = lists[field.Reference] with { Items = lists[field.Reference].Items.Add(null) };
            }
        }

        return manifest with
        {
            Lists = [.. manifest.Lists.Select(list => Flat(lists[list.Table.Kind]))],
            Failures = [.. manifest.Failures, .. failures],
        };
    }

    private static IEnumerable<(Declared Item, string Path)> Referring(Manifest manifest) =>
        from list in manifest.Lists
        from indexed in list.Items.Index()
        where indexed.Item is not null
        select (indexed.Item, $"{list.Table.ListName}[{indexed.Index}]");

    private static bool IsOpen(Declared item, Field field) =>
        item.Unknown.Contains(field.Name) && !item.Nested.ContainsKey(field.Name);

    private static ManifestList Add(ManifestList list, Declared nested, string path, List<Failure> failures)
    {
        var twin = list.Known.FirstOrDefault(known => nested.Name is not null && known.Name == nested.Name);
        if (twin is null)
        {
            return list with { Items = list.Items.Add(nested) };
        }

        var differing = nested.Table.Diff(twin.Record, nested.Record)
            .Select(change => change.Property).Where(field => !twin.Unknown.Contains(field) && !nested.Unknown.Contains(field))
            .ToList();
        if (differing.Count > 0)
        {
            failures.Add(new(path, $"{path} declares the {nested.Table.WirePath} \"{nested.Name}\" once more, with another {string.Join(", ", differing)}: "
                + "make the two equal, or give one of them another name."));
        }

        return list;
    }

    private static ManifestList Flat(ManifestList list) => list with { Items = [.. list.Items.Select(item => item?.Flat())] };
}
