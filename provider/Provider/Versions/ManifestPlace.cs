using EdgeInfra.Plugin.Records;

namespace EdgeInfra.Plugin.Versions;

/// <summary>
/// Where in a manifest a problem lies: the model tells it by name, <c>backends["api"].port</c>, an engine by index.
/// </summary>
internal sealed record ManifestPlace(string WirePath, Declared? Item, string Field)
{
    public static ManifestPlace Of(Manifest manifest, string path)
    {
        foreach (var list in manifest.Lists)
        {
            // From the end, so that of two items with one name it is the later one that is told.
            for (var i = list.Items.Length - 1; i >= 0; i--)
            {
                if (list.Items[i] is { Name: { } name } item && Rest(path, $"{list.Table.ListName}[\"{name}\"]") is { } rest)
                {
                    var isPlain = list.Table.Kind == Model.ObjectKind.Domain;
                    return new(list.Table.ListName + $"[{i}]" + (isPlain ? "" : rest), item, rest.TrimStart('.'));
                }
            }
        }

        return manifest.Settings is { } settings && Rest(path, settings.Table.ListName) is { Length: > 0 } field
            ? new(path, settings, field[1..])
            : new(path, null, "");
    }

    private static string? Rest(string path, string start) =>
        path.StartsWith(start, StringComparison.Ordinal) && path[start.Length..] is "" or ['.', ..] ? path[start.Length..] : null;
}
