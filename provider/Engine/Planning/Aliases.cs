using System.Collections.Immutable;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Planning;

/// <summary>The URNs under which a resource may be remembered, from what its aliases say and those of its parent.</summary>
internal static class Aliases
{
    /// <param name="parentAliases">URNs under which the parent may be known, beside its own.</param>
    public static ImmutableArray<string> Of(Registration resource, string stack, string project, ImmutableArray<string> parentAliases)
    {
        var found = new List<string>();
        foreach (var alias in resource.AliasSpecs)
        {
            found.Add(Resolve(alias, resource, stack, project, resource.Parent, resource.Name));
        }

        foreach (var parent in parentAliases)
        {
            var name = Renamed(resource, parent);
            found.Add(Urn.Of(stack, project, parent, resource.Type, name));
            found.AddRange(resource.AliasSpecs.Where(alias => alias.Urn.Length == 0 && alias.ParentUrn is null)
                .Select(alias => Resolve(alias, resource, stack, project, parent, name)));
        }

        return [.. found.Distinct().Where(urn => urn != resource.Urn)];
    }

    private static string Resolve(AliasSpec alias, Registration resource, string stack, string project, string parent, string name) =>
        alias.Urn.Length > 0
            ? alias.Urn
            : Urn.Of(Given(alias.Stack) ?? stack, Given(alias.Project) ?? project, alias.ParentUrn ?? parent,
                Given(alias.Type) ?? resource.Type, Given(alias.Name) ?? name);

    // Components name their children after themselves: site → site-bucket.
    private static string Renamed(Registration resource, string parentAlias)
    {
        var today = Urn.Name(resource.Parent);
        return today.Length > 0 && resource.Name.StartsWith(today, StringComparison.Ordinal)
            ? Urn.Name(parentAlias) + resource.Name[today.Length..]
            : resource.Name;
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
