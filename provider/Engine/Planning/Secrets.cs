using System.Collections.Immutable;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Planning;

/// <summary>Keeps secrets secret when values pass through a provider that forgets which of them were.</summary>
internal static class Secrets
{
    /// <summary>
    /// Marks a top-level value of <paramref name="to"/> where the value of that name in <paramref name="from"/> holds a secret
    /// and no part of the new one is marked.
    /// </summary>
    public static PropertyMap Carry(PropertyMap from, PropertyMap to) =>
        to.Select((key, value) => from.TryGetValue(key, out var source) && source.HasSecret() ? Marked(value) : value);

    /// <summary>Marks the values of those names.</summary>
    public static PropertyMap Mark(ImmutableArray<string> names, PropertyMap values) => names.IsDefaultOrEmpty
        ? values
        : values.Select((key, value) => names.Contains(key) && value is not V.Secret ? new V.Secret(value) : value);

    private static V Marked(V value) => value.HasSecret() || value is V.Null ? value : new V.Secret(value);
}
