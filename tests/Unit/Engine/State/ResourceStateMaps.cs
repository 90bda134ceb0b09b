using System.Collections.Immutable;

namespace Unit.Engine.State;

internal static class ResourceStateMaps
{
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Of(params (string Property, string[] Urns)[] items) =>
        items.ToImmutableSortedDictionary(item => item.Property, item => item.Urns.ToImmutableArray(), StringComparer.Ordinal);
}
