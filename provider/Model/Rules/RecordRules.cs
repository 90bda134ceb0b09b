namespace EdgeInfra.Model;

/// <summary>
/// What must hold for one record by itself: its fields, and its fields together. References can only be checked within a
/// version.
/// </summary>
public static class RecordRules
{
    /// <summary>All problems; their paths are names of fields.</summary>
    public static ValueList<Problem> Check(IFieldTable table, object record, Target target = Target.Runtime)
    {
        var failures = table.Check(record).Where(failure => failure.HoldsAt(target)).ToList();
        var broken = failures.Select(failure => failure.Property).ToHashSet();

        // A rule between fields would only repeat what is known of a field that is broken by itself.
        return failures.Select(Problems.BadField)
            .Concat(target == Target.Fastly ? Extensions(table, record) : [])
            .Concat(Together(record).Where(problem => !FieldPath.IsWithin(problem.Path, broken)).Select(problem => ConditionRules.At(target, problem)))
            .ToValueList();
    }

    private static IEnumerable<Problem> Extensions(IFieldTable table, object record) =>
        from field in table
        where field is { Extension: true, AsVcl: false } && !field.IsLeftOut(table.ValueOf(record, field)) && !Equals(table.ValueOf(record, field), field.Default)
        select Problems.UnknownToFastly(field.Name);

    private static IEnumerable<Problem> Together(object record) => record switch
    {
        Backend backend => OfBackend(backend.Normalise()),
        Healthcheck healthcheck => OfHealthcheck(healthcheck),
        Condition condition => ConditionRules.Of(condition),
        _ => [],
    };

    private static IEnumerable<Problem> OfBackend(Backend backend)
    {
        if (backend is { Port: 443, UseSsl: false })
        {
            yield return Problems.HttpsPortWithoutTls();
        }

        if (backend.AutoLoadbalance && backend.RequestCondition.Length > 0)
        {
            yield return Problems.BalancingSwitchedOff(backend.RequestCondition);
        }

        foreach (var problem in TlsRules.Of(backend).Concat(SigningRules.Of(backend.Policy)).Concat(backend.Policy is { } policy ? PolicyRules.Of(policy) : []))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> OfHealthcheck(Healthcheck healthcheck)
    {
        var (initial, threshold, window) = (healthcheck.Initial, healthcheck.Threshold, healthcheck.Window);
        if (initial > window)
        {
            yield return Problems.InitialAboveWindow(initial, window);
        }

        if (threshold > window)
        {
            yield return Problems.ThresholdAboveWindow(threshold, window);
        }

        if (initial < threshold)
        {
            yield return Problems.SickAtStart(initial, threshold);
        }
    }
}
