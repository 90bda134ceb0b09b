using System.Collections.Immutable;

namespace EdgeInfra.Engine.Display;

/// <summary>Puts resources in the order of the tree that their parents make of them.</summary>
internal static class ResourceTree
{
    public static ImmutableArray<ResourceReport> InOrder(ImmutableArray<ResourceReport> resources)
    {
        var known = resources.Select(resource => resource.Urn).ToHashSet();
        var children = resources.ToLookup(resource => known.Contains(resource.Parent) ? resource.Parent : "");
        var ordered = ImmutableArray.CreateBuilder<ResourceReport>();
        Append("");
        return ordered.ToImmutable();

        void Append(string parent)
        {
            foreach (var child in children[parent].OrderByDescending(child => child.Name.IsStack)
                .ThenBy(child => child.Name.Type, StringComparer.Ordinal)
                .ThenBy(child => child.Name.Name, StringComparer.Ordinal))
            {
                ordered.Add(child);
                Append(child.Urn);
            }
        }
    }

    /// <summary>How many ancestors of it are among the resources.</summary>
    public static int Depth(ResourceReport resource, IReadOnlyDictionary<string, ResourceReport> all)
    {
        var depth = 0;
        while (all.TryGetValue(resource.Parent, out var parent) && depth < all.Count)
        {
            (resource, depth) = (parent, depth + 1);
        }

        return depth;
    }
}
