using System.Collections.Immutable;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Planning;

/// <summary>What differs between two maps, value by value. Whether a value is secret makes no difference.</summary>
internal static class StructuralDiff
{
    /// <summary>Differences by property path; unknown against known differs. Names that begin with <c>__</c> are internal.</summary>
    public static ImmutableSortedDictionary<string, PropertyChange> Between(PropertyMap olds, PropertyMap news, bool inputs = true)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, PropertyChange>(StringComparer.Ordinal);
        Maps("", olds, news, (path, kind) => found[path] = new PropertyChange(kind, inputs));
        return found.ToImmutable();
    }

    private static void Maps(string path, PropertyMap olds, PropertyMap news, Action<string, PropertyDiff.Types.Kind> report)
    {
        foreach (var key in olds.Keys.Union(news.Keys, StringComparer.Ordinal))
        {
            if (path.Length > 0 || !key.StartsWith("__", StringComparison.Ordinal))
            {
                Values(PropertyPath.Join(path, key), olds.Find(key), news.Find(key), report);
            }
        }
    }

    private static void Values(string path, V? old, V? current, Action<string, PropertyDiff.Types.Kind> report)
    {
        switch (old?.Bare(), current?.Bare())
        {
            case (null, null):
                break;
            case (null, _):
                report(path, PropertyDiff.Types.Kind.Add);
                break;
            case (_, null):
                report(path, PropertyDiff.Types.Kind.Delete);
                break;
            case (V.Map before, V.Map after):
                Maps(path, before.Items, after.Items, report);
                break;
            case (V.List before, V.List after):
                Lists(path, before, after, report);
                break;
            case var (before, after) when after is V.Unknown || !before.Equals(after):
                report(path, PropertyDiff.Types.Kind.Update);
                break;
        }
    }

    private static void Lists(string path, V.List olds, V.List news, Action<string, PropertyDiff.Types.Kind> report)
    {
        for (var i = 0; i < Math.Max(olds.Items.Length, news.Items.Length); i++)
        {
            Values(PropertyPath.Join(path, i), i < olds.Items.Length ? olds.Items[i] : null,
                i < news.Items.Length ? news.Items[i] : null, report);
        }
    }
}
