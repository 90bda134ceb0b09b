namespace EdgeInfra.Model;

/// <summary>What must hold for the choice of a backend: directors have members, and nobody has to guess which backend a request gets.</summary>
internal static class ChoiceRules
{
    public static IEnumerable<Problem> Check(ServiceVersion version) =>
    [
        .. version.Directors.SelectMany(director => Of(director, version)),
        .. SameCondition(version),
        .. SamePriority(version),
        .. version.Backends.Where(backend => IsWeightUnused(backend, version)).Select(backend => Problems.WeightWithoutEffect(backend.Name)),
    ];

    /// <summary>Backends that requests get to by a director or a rule, whatever the conditions say.</summary>
    public static IReadOnlySet<string> NamedElsewhere(ServiceVersion version)
    {
        var assigned = version.Headers.Where(ChoosesBackend).Select(header => header.Src.Trim()).ToHashSet(StringComparer.Ordinal);
        return version.Backends.Select(backend => backend.Name)
            .Where(name => ChoiceNames.OfBackend(name).Any(assigned.Contains))
            .Concat(version.Directors.SelectMany(director => director.Backends))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<Problem> Of(Director director, ServiceVersion version)
    {
        var known = version.Backends.Select(backend => backend.Name).ToList();
        foreach (var missing in director.Backends.Except(known, StringComparer.Ordinal))
        {
            yield return Problems.UnknownMember(director.Name, missing, known);
        }

        if (director.Backends.Count == 0)
        {
            yield return Problems.NoMember(director.Name);
        }

        if (known.Contains(director.Name, StringComparer.Ordinal))
        {
            yield return Problems.DirectorHidden(director.Name);
        }

        if (!version.Headers.Any(ChoosesBackend))
        {
            yield return Problems.DirectorUnused(director.Name);
        }
    }

    private static bool ChoosesBackend(Header header) => header.Type == "request" && header.Dst is "backend" or "req.backend";

    private static IEnumerable<Problem> SameCondition(ServiceVersion version) =>
        from same in Conditioned(version).GroupBy(one => one.When.Name)
        where same.Skip(1).Any()
        select Problems.SharedCondition(same.Key, same.SkipLast(1).Select(one => one.Backend.Name), same.Last().Backend.Name);

    private static IEnumerable<Problem> SamePriority(ServiceVersion version) =>
        from same in Conditioned(version).Select(one => one.When).DistinctBy(condition => condition.Name).GroupBy(condition => condition.Priority)
        where same.Skip(1).Any()
        select Problems.EqualPriorities(same.Key, same.Select(condition => condition.Name));

    private static ValueList<(Backend Backend, Condition When)> Conditioned(ServiceVersion version) => Assignments.Of(version).Conditional;

    private static bool IsWeightUnused(Backend backend, ServiceVersion version) =>
        backend.Weight != new Backend { Name = "", Address = "" }.Weight
        && !backend.AutoLoadbalance
        && !version.Directors.Any(director => director.Backends.Contains(backend.Name));
}
