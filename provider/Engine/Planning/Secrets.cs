using System.Collections.Immutable;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Planning;

/// <summary>Keeps secrets secret when values pass through a provider that forgets which of them were.</summary>
internal static class Secrets
{
    /// <summary>
    /// Marks in <paramref name="to"/> what the value of the same name in <paramref name="from"/> makes secret: everything where that
    /// is secret as a whole, else what its parts do.
    /// </summary>
    /// <param name="kept">
    /// Whether the provider gets secrets marked and marks them itself, as Pulumi relies on. Of such a provider a list or an object that came
    /// back without the secrets that were within it is in the open, unless it plainly shows one. Of any other, nobody can know
    /// what has become of a secret in a list or in another form: the whole is hidden.
    /// </param>
    public static PropertyMap Carry(PropertyMap from, PropertyMap to, bool kept) =>
        to.Select((key, value) => from.TryGetValue(key, out var source) ? Carried(source, value, kept) : value);

    /// <summary>Marks the values of those names.</summary>
    public static PropertyMap Mark(ImmutableArray<string> names, PropertyMap values) => names.IsDefaultOrEmpty
        ? values
        : values.Select((key, value) => names.Contains(key) && value is not V.Secret ? new V.Secret(value) : value);

    private static V Carried(V source, V value, bool kept)
    {
        if (!source.HasSecret() || value is V.Secret or V.Null)
        {
            return value;
        }

        var marked = (source, value) switch
        {
            (V.List or V.Map, _) when kept => value,
            (V.Map olds, V.Map news) => new V.Map(Carry(olds.Items, news.Items, kept)),
            _ => new V.Secret(value),
        };
        return marked is not V.Secret && Shown.AnyIn(marked, [.. Within(source, hidden: false)]) ? new V.Secret(value) : marked;
    }

    // Every secret scalar; what is no scalar stands for itself.
    private static IEnumerable<V> Within(V value, bool hidden) => value switch
    {
        V.Secret secret => Within(secret.Inner, hidden: true),
        V.Output output => Within(output.Value ?? V.Unknown.Instance, hidden || output.IsSecret),
        V.List list => list.Items.SelectMany(item => Within(item, hidden)),
        V.Map map => map.Items.Values.SelectMany(item => Within(item, hidden)),
        _ => hidden ? [value] : [],
    };
}
