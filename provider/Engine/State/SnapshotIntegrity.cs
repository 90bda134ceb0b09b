using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.State;

/// <summary>What must hold of every snapshot: resources stand after all they depend on, and each is there once.</summary>
internal static class SnapshotIntegrity
{
    /// <summary>Every rule that is broken, by resource; empty for a snapshot that may be written.</summary>
    public static IReadOnlyList<string> Broken(Snapshot snapshot)
    {
        var broken = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var live = new HashSet<string>(StringComparer.Ordinal);
        var providers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in snapshot.Resources)
        {
            broken.AddRange(References(resource, seen, providers).Select(problem => $"{resource.Urn}: {problem}"));
            if (!resource.Delete && !live.Add(resource.Urn))
            {
                broken.Add($"{resource.Urn}: is there twice; only one of the two may be without 'delete'");
            }

            seen.Add(resource.Urn);
            if (Urn.IsProviderType(resource.Type))
            {
                providers.Add($"{resource.Urn}::{resource.Id}");
            }
        }

        return broken;
    }

    /// <exception cref="StateException">A rule is broken; the message names all of them.</exception>
    public static void Verify(Snapshot snapshot)
    {
        if (Broken(snapshot) is { Count: > 0 } broken)
        {
            throw new StateException("the snapshot is not consistent:" + string.Concat(broken.Select(problem => "\n  " + problem)));
        }
    }

    private static IEnumerable<string> References(ResourceState resource, HashSet<string> seen, HashSet<string> providers)
    {
        if (!resource.Custom && resource.Id.Length > 0)
        {
            yield return $"is a component, but has the id '{resource.Id}'; only custom resources have one";
        }

        if (resource.Provider.Length > 0 && !providers.Contains(resource.Provider))
        {
            yield return $"its provider {resource.Provider} does not stand before it";
        }

        if (resource.Parent.Length > 0 && !seen.Contains(resource.Parent))
        {
            yield return $"its parent {resource.Parent} does not stand before it";
        }

        if (resource.DeletedWith.Length > 0 && !seen.Contains(resource.DeletedWith))
        {
            yield return $"it is deleted with {resource.DeletedWith}, which does not stand before it";
        }

        foreach (var dependency in resource.Dependencies.Where(urn => !seen.Contains(urn)))
        {
            yield return $"it depends on {dependency}, which does not stand before it";
        }

        foreach (var (property, urns) in resource.PropertyDependencies)
        {
            foreach (var dependency in urns.Where(urn => !seen.Contains(urn)))
            {
                yield return $"its property '{property}' depends on {dependency}, which does not stand before it";
            }
        }
    }
}
