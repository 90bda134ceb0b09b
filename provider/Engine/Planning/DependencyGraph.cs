using System.Collections.Immutable;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Planning;

/// <summary>Who must outlive whom among remembered resources.</summary>
internal static class DependencyGraph
{
    /// <summary>Every URN that a resource needs: dependencies, parent, provider, and what it is deleted with.</summary>
    public static IEnumerable<string> Needs(ResourceState state)
    {
        foreach (var urn in state.Dependencies.Concat(state.PropertyDependencies.Values.SelectMany(urns => urns)))
        {
            yield return urn;
        }

        if (state.Parent.Length > 0)
        {
            yield return state.Parent;
        }

        if (state.DeletedWith.Length > 0)
        {
            yield return state.DeletedWith;
        }

        if (ProviderReference.Parse(state.Provider) is { } provider)
        {
            yield return provider.Urn;
        }
    }

    /// <summary>
    /// Groups in the order of deletion: nothing within a group, or after it, needs a member of an earlier one's needs.
    /// </summary>
    public static ImmutableArray<ImmutableArray<ResourceState>> DeletionOrder(IReadOnlyCollection<ResourceState> resources)
    {
        var left = resources.ToList();
        var groups = ImmutableArray.CreateBuilder<ImmutableArray<ResourceState>>();
        while (left.Count > 0)
        {
            var needed = left.SelectMany(state => Needs(state).Where(urn => urn != state.Urn).Distinct())
                .ToHashSet(StringComparer.Ordinal);
            var free = left.Where(state => !needed.Contains(state.Urn)).ToImmutableArray();

            // Two generations of resources may need each other's names; the youngest then goes first.
            free = free.IsEmpty ? [left[^1]] : free;
            groups.Add(free);
            left.RemoveAll(state => free.Any(gone => ReferenceEquals(gone, state)));
        }

        return groups.ToImmutable();
    }

    /// <summary>Those of <paramref name="resources"/> that may not be deleted while <paramref name="staying"/> stay.</summary>
    public static HashSet<string> KeptBy(IEnumerable<ResourceState> staying, IReadOnlyCollection<ResourceState> resources)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<ResourceState>(staying);
        while (open.TryDequeue(out var state))
        {
            foreach (var needed in Needs(state).Distinct())
            {
                if (kept.Add(needed))
                {
                    foreach (var next in resources.Where(candidate => candidate.Urn == needed))
                    {
                        open.Enqueue(next);
                    }
                }
            }
        }

        return kept;
    }
}
