using System.Collections.Immutable;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Planning;

/// <summary>The order in which resources are saved: as they come, but each one after everything it needs.</summary>
/// <remarks>
/// Of several generations with one name the first counts. What takes part in a cycle of needs, which no program can make, stays
/// where it is and is refused by <see cref="SnapshotIntegrity"/>.
/// </remarks>
internal static class SnapshotOrder
{
    public static ImmutableArray<ResourceState> Of(IReadOnlyList<ResourceState> resources)
    {
        var byUrn = resources.GroupBy(state => state.Urn, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var providers = resources.Where(state => Urn.IsProviderType(state.Type))
            .GroupBy(state => $"{state.Urn}::{state.Id}", StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var ordered = ImmutableArray.CreateBuilder<ResourceState>(resources.Count);
        var visited = new HashSet<ResourceState>(ReferenceEqualityComparer.Instance);
        foreach (var state in resources)
        {
            Visit(state);
        }

        return ordered.ToImmutable();

        void Visit(ResourceState state)
        {
            if (!visited.Add(state))
            {
                return;
            }

            if (providers.TryGetValue(state.Provider, out var provider))
            {
                Visit(provider);
            }

            foreach (var needed in DependencyGraph.Needs(state))
            {
                if (byUrn.TryGetValue(needed, out var other))
                {
                    Visit(other);
                }
            }

            ordered.Add(state);
        }
    }
}
