using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Planning;

/// <summary>What must hold for a snapshot before it is saved. A breach is a bug of the engine, never of the program.</summary>
internal static class SnapshotRules
{
    /// <summary>Every breach, in words; nothing when the snapshot is sound.</summary>
    public static IEnumerable<string> Breaches(Snapshot snapshot)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var current = new HashSet<string>(StringComparer.Ordinal);
        var providers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var state in snapshot.Resources)
        {
            foreach (var missing in DependencyGraph.Needs(state).Where(urn => !seen.Contains(urn)).Distinct())
            {
                yield return $"{state.Urn} needs {missing}, which does not stand before it";
            }

            if (state.Provider.Length > 0 && !providers.Contains(state.Provider))
            {
                yield return $"{state.Urn} names the provider {state.Provider}, which does not stand before it";
            }

            if (!state.Custom && state.Id.Length > 0)
            {
                yield return $"{state.Urn} is a component but has the id '{state.Id}'";
            }

            if (!state.Delete && !current.Add(state.Urn))
            {
                yield return $"{state.Urn} stands there twice";
            }

            seen.Add(state.Urn);
            if (Urn.IsProviderType(state.Type))
            {
                providers.Add($"{state.Urn}::{state.Id}");
            }
        }
    }
}
