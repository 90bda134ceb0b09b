namespace Pulumi;

/// <summary>What it means to depend on a resource: a component stands for what it is made of.</summary>
internal static class Dependencies
{
    /// <summary>The URNs a resource has to wait for, sorted.</summary>
    public static async Task<IReadOnlyList<string>> Urns(Resource dependent, IEnumerable<Resource> resources)
    {
        var all = new HashSet<Resource>();
        foreach (var resource in resources)
        {
            Expand(dependent, resource, all);
        }

        var urns = await Task.WhenAll(all.Select(resource => resource.Urn.Data)).ConfigureAwait(false);
        return [.. urns.Select(urn => urn.Value).Distinct().Order(StringComparer.Ordinal)];
    }

    private static void Expand(Resource dependent, Resource resource, HashSet<Resource> all)
    {
        // What a part takes from its own component must not make it wait for its sisters, and they for it.
        if (IsWithin(dependent, resource))
        {
            return;
        }

        if (resource.IsCustom || resource.IsRemote)
        {
            all.Add(resource);
            return;
        }

        foreach (var child in resource.Children)
        {
            Expand(dependent, child, all);
        }
    }

    private static bool IsWithin(Resource resource, Resource component)
    {
        for (var at = resource; at is not null; at = at.Parent)
        {
            if (at == component)
            {
                return !component.IsCustom || at == resource;
            }
        }

        return false;
    }
}
