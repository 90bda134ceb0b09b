using System.Collections.Immutable;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Display;

/// <summary>Finds the smallest parts in which two values differ. Objects in lists are compared by name, other items by place.</summary>
internal static class ValueDiff
{
    public static IEnumerable<FieldChange> Of(string label, V? old, V? value) => (old, value) switch
    {
        (null, null) => [],
        (null, V.List list) when AreNamed(list.Items) => Lists(label, [], list.Items),
        (V.List list, null) when AreNamed(list.Items) => Lists(label, list.Items, []),
        (null, _) or (_, null) => [new FieldChange(label, old, value)],
        (V.Map a, V.Map b) => Maps(label, a.Items, b.Items),
        (V.List a, V.List b) => Lists(label, a.Items, b.Items),
        (V.Output, _) or (_, V.Output) => Of(label, Unwrap(old), Unwrap(value)),
        _ => old.Bare().Equals(value.Bare()) ? [] // secrecy alone is no difference
            : [new FieldChange(label, old, value)],
    };

    public static IEnumerable<FieldChange> Maps(string label, PropertyMap old, PropertyMap value) => old.Keys.Union(value.Keys)
        .Where(key => !key.StartsWith("__", StringComparison.Ordinal)) // internal by convention
        .Order(StringComparer.Ordinal)
        .SelectMany(key => Of(PropertyPath.Join(label, key), old.Find(key), value.Find(key)));

    private static IEnumerable<FieldChange> Lists(string label, ImmutableArray<V> old, ImmutableArray<V> value)
    {
        if (!AreNamed(old) && !old.IsEmpty || !AreNamed(value) && !value.IsEmpty)
        {
            return Enumerable.Range(0, Math.Max(old.Length, value.Length))
                .SelectMany(i => Of($"{label}[{i}]", old.ElementAtOrDefault(i), value.ElementAtOrDefault(i)));
        }

        var (olds, news) = (old.ToDictionary(Name), value.ToDictionary(Name));
        return olds.Keys.Union(news.Keys).Order(StringComparer.Ordinal).SelectMany(name =>
            Item(FieldLabel.Item(label, name), olds.GetValueOrDefault(name), news.GetValueOrDefault(name)));
    }

    // An item that comes or goes is one change, however much is in it.
    private static IEnumerable<FieldChange> Item(string label, V? old, V? value) =>
        old is null || value is null ? [new FieldChange(label, old, value)] : Of(label, old, value);

    private static bool AreNamed(ImmutableArray<V> items) =>
        items.Length > 0 && items.All(item => item is V.Map && FieldLabel.NameOf(item) is not null) && items.DistinctBy(Name).Count() == items.Length;

    private static string Name(V item) => FieldLabel.NameOf(item)!; // asked of named items only

    private static V Unwrap(V? value) => value is V.Output output
        ? output.IsSecret ? new V.Secret(output.Bare()) : output.Bare()
        : value ?? V.None;
}
