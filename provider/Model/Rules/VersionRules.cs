namespace EdgeInfra.Model;

/// <summary>
/// What must hold for a version as a whole. Preview and activation both ask here, so that they cannot disagree.
/// </summary>
public static class VersionRules
{
    /// <summary>Every problem, errors and warnings; an empty list means nothing to say. Errors forbid activation.</summary>
    public static ValueList<Problem> Check(ServiceVersion version, Target target = Target.Runtime) =>
    [
        .. Emptiness(version),
        .. FieldTables.OfVersions.SelectMany(table => Records(table, version.Objects(table.Kind), target)),
        .. RecordRules.Check(Settings.Fields, version.Settings, target).Select(problem => problem with { Path = $"settings.{problem.Path}" }),
        .. Domains(version),
        .. VclNames(version),
        .. Statements(version).Select(problem => ConditionRules.At(target, problem)),
        .. version.Backends.SelectMany(backend => References(version, backend)),
        .. ReferenceRules.Check(version),
        .. Defaults(version),
        .. ChoiceRules.Check(version),
        .. target == Target.Fastly ? FastlyPolicies.Problems(version) : [],
        .. target == Target.Runtime ? [.. WithoutEffect(version), .. RuleReader.Check(version), .. RuntimeLimits.Check(version)] : Array.Empty<Problem>(),
    ];

    private static IEnumerable<Problem> Emptiness(ServiceVersion version)
    {
        if (version.Domains.Count == 0)
        {
            yield return Problems.NoDomain();
        }

        if (version.Backends.Count == 0)
        {
            yield return Problems.NoBackend();
        }
    }

    private static IEnumerable<Problem> Records(IFieldTable table, IReadOnlyList<INamed> records, Target target)
    {
        var problems = records.SelectMany(
            record => RecordRules.Check(table, record, target).Select(problem => Problems.In(table, record.Name, problem)));
        return table.Kind == ObjectKind.Domain ? problems : problems.Concat(
            Repeated(records, StringComparer.Ordinal).Select(name => Problems.DuplicateName(table, name)));
    }

    private static IEnumerable<Problem> Domains(ServiceVersion version) =>
        Repeated(version.Domains, StringComparer.OrdinalIgnoreCase).Select(Problems.DuplicateDomain);

    private static IEnumerable<string> Repeated(IEnumerable<INamed> records, StringComparer comparer) =>
        records.GroupBy(record => record.Name, comparer).Where(group => group.Skip(1).Any()).Select(group => group.Key);

    private static IEnumerable<Problem> VclNames(ServiceVersion version) =>
        from sameName in version.Backends.Select(backend => backend.Name).Distinct().GroupBy(VclName.For)
        from other in sameName.Skip(1)
        select Problems.VclNameCollision(other, sameName.First());

    private static IEnumerable<Problem> Statements(ServiceVersion version) =>
        from condition in version.Conditions
        from problem in ConditionRules.Within(condition, version)
        select Problems.In(Condition.Fields, condition.Name, problem);

    // A backend that names such a condition is an error of its own.
    private static IEnumerable<Problem> WithoutEffect(ServiceVersion version) =>
        from condition in version.Conditions
        where condition.Type is "CACHE" or "RESPONSE" or "PREFETCH"
        where version.Backends.All(backend => backend.RequestCondition != condition.Name)
        where !Named(version).Contains(condition.Name)
        select Problems.ConditionWithoutEffect(condition.Name, condition.Type);

    // By what the runtime obeys.
    private static IEnumerable<string?> Named(ServiceVersion version) =>
    [
        .. version.Headers.SelectMany(header => new[] { header.RequestCondition, header.CacheCondition, header.ResponseCondition }),
        .. version.ResponseObjects.Select(answer => answer.CacheCondition),
        .. version.Gzips.Select(gzip => gzip.CacheCondition),
        .. version.CacheSettings.Select(settings => settings.CacheCondition),
    ];

    private static IEnumerable<Problem> References(ServiceVersion version, Backend backend) =>
        Dangling(version, backend).Select(problem => Problems.In(Backend.Fields, backend.Name, problem));

    private static IEnumerable<Problem> Dangling(ServiceVersion version, Backend backend)
    {
        var healthchecks = version.Healthchecks.Select(healthcheck => healthcheck.Name).ToList();
        if (!string.IsNullOrEmpty(backend.Healthcheck) && !healthchecks.Contains(backend.Healthcheck))
        {
            yield return Problems.UnknownHealthcheck(backend.Healthcheck, healthchecks);
        }

        if (backend.RequestCondition.Length == 0)
        {
            yield break;
        }

        var condition = version.Conditions.FirstOrDefault(condition => condition.Name == backend.RequestCondition);
        if (condition is null)
        {
            yield return Problems.UnknownCondition(backend.RequestCondition, version.Conditions.Select(known => known.Name));
        }
        else if (condition.Type != "REQUEST")
        {
            yield return Problems.ConditionNotRequest(condition.Name, condition.Type);
        }
    }

    private static IEnumerable<Problem> Defaults(ServiceVersion version)
    {
        var named = ChoiceRules.NamedElsewhere(version);
        var candidates = version.Backends.Where(backend => backend.RequestCondition.Length == 0).ToList();
        var balanced = candidates.Where(backend => backend.AutoLoadbalance).ToList();
        var unused = balanced.Count > 0 ? candidates.Except(balanced).ToList() : candidates.Skip(1).ToList();
        unused.RemoveAll(backend => named.Contains(backend.Name));
        if (unused.Count > 0)
        {
            yield return Problems.SeveralDefaults(unused.Select(backend => backend.Name),
                string.Join("\", \"", (balanced.Count > 0 ? balanced : candidates[..1]).Select(backend => backend.Name)));
        }

        if (candidates.Count == 0 && version.Backends.Count > 0)
        {
            yield return Problems.NoDefault(version.Backends[0].Name);
        }
    }
}
