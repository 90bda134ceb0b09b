using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Builtin;

/// <summary>Compares the inputs of a command: triggers replace it, everything else runs it again. Secrecy alone is no difference.</summary>
internal static class CommandDiff
{
    public static DiffResponse Of(PropertyMap olds, PropertyMap news)
    {
        var diff = new DiffResponse { HasDetailedDiff = true };
        foreach (var name in CommandFields.Names.Where(name => !Same(olds[name], news[name])).Order(StringComparer.Ordinal))
        {
            diff.Diffs.Add(name);
            if (name == CommandFields.Triggers)
            {
                diff.Replaces.Add(name);
            }

            foreach (var (path, old, value) in Parts(name, olds[name].Bare(), news[name].Bare()))
            {
                diff.DetailedDiff[path] = new PropertyDiff { Kind = Kind(old, value, name == CommandFields.Triggers), InputDiff = true };
            }
        }

        diff.Changes = diff.Diffs.Count > 0 ? DiffResponse.Types.DiffChanges.DiffSome : DiffResponse.Types.DiffChanges.DiffNone;
        return diff;
    }

    private static IEnumerable<(string Path, V Old, V New)> Parts(string name, V old, V value)
    {
        if ((old, value) is not (V.Map { Items: var olds }, V.Map { Items: var news }))
        {
            return [(name, old, value)];
        }

        return olds.Keys.Union(news.Keys).Where(key => !Same(olds[key], news[key]))
            .Select(key => (PropertyPath.Join(name, key), olds[key].Bare(), news[key].Bare()));
    }

    private static PropertyDiff.Types.Kind Kind(V old, V value, bool replaces) => (old, value, replaces) switch
    {
        (V.Null, _, false) => PropertyDiff.Types.Kind.Add,
        (V.Null, _, true) => PropertyDiff.Types.Kind.AddReplace,
        (_, V.Null, false) => PropertyDiff.Types.Kind.Delete,
        (_, V.Null, true) => PropertyDiff.Types.Kind.DeleteReplace,
        (_, _, false) => PropertyDiff.Types.Kind.Update,
        _ => PropertyDiff.Types.Kind.UpdateReplace,
    };

    private static bool Same(V old, V value) => (old.Bare(), value.Bare()) switch
    {
        (V.Unknown, _) or (_, V.Unknown) => false,
        (V.List a, V.List b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(pair => Same(pair.First, pair.Second)),
        (V.Map a, V.Map b) => a.Items.Keys.Union(b.Items.Keys).All(key => Same(a.Items[key], b.Items[key])),
        var (a, b) => a.Equals(b),
    };
}
