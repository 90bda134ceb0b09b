using System.Collections.Immutable;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Planning;

/// <summary>Keeps secrets secret when values pass through a provider that forgets which of them were.</summary>
internal static class Secrets
{
    /// <summary>
    /// Marks a top-level value of <paramref name="to"/> where the value of that name in <paramref name="from"/> holds a secret
    /// and no part of the new one is marked. A list or an object that came back without the secrets that were within it is in the open.
    /// </summary>
    public static PropertyMap Carry(PropertyMap from, PropertyMap to) => to.Select((key, value) =>
        from.TryGetValue(key, out var source) && source.HasSecret() && MayShow(value, source) ? Marked(value) : value);

    /// <summary>Marks the values of those names.</summary>
    public static PropertyMap Mark(ImmutableArray<string> names, PropertyMap values) => names.IsDefaultOrEmpty
        ? values
        : values.Select((key, value) => names.Contains(key) && value is not V.Secret ? new V.Secret(value) : value);

    private static V Marked(V value) => value.HasSecret() || value is V.Null ? value : new V.Secret(value);

    private static bool MayShow(V value, V source) =>
        source is not (V.List or V.Map) || Within(source, hidden: false) is var secrets && secrets.Any(secret => Shows(value, secret));

    // Every secret scalar; what is no scalar stands for itself.
    private static IEnumerable<V> Within(V value, bool hidden) => value switch
    {
        V.Secret secret => Within(secret.Inner, hidden: true),
        V.Output output => Within(output.Value ?? V.Unknown.Instance, hidden || output.IsSecret),
        V.List list => list.Items.SelectMany(item => Within(item, hidden)),
        V.Map map => map.Items.Values.SelectMany(item => Within(item, hidden)),
        _ => hidden ? [value] : [],
    };

    private static bool Shows(V value, V secret) => secret is not (V.Text or V.Number or V.Bool or V.Null) || value switch
    {
        V.List list => list.Items.Any(item => Shows(item, secret)),
        V.Map map => map.Items.Values.Any(item => Shows(item, secret)),
        V.Text text when secret is V.Text(var hidden) => text.Value.Contains(hidden.Trim(), StringComparison.Ordinal),
        _ => value.Bare().Equals(secret) && value is not V.Null,
    };
}
