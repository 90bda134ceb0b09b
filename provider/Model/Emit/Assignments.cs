namespace EdgeInfra.Model;

/// <summary>
/// Which backends a request may get, in the order generated VCL assigns them: the default first, then each satisfied
/// condition, so that the last one stays.
/// </summary>
internal sealed record Assignments(ValueList<Backend> Default, ValueList<(Backend Backend, Condition When)> Conditional)
{
    /// <summary>Whether weights decide about the default, be it among one.</summary>
    public bool IsBalanced => Default is [{ AutoLoadbalance: true, RequestCondition: "" }, ..];

    /// <summary>Backends whose condition is missing are in neither list: only drafts have them.</summary>
    public static Assignments Of(ServiceVersion version)
    {
        var all = version.Backends.ToList();
        var candidates = all.Where(backend => backend.RequestCondition.Length == 0).ToList();
        var balanced = candidates.Where(backend => backend.AutoLoadbalance).ToList();

        // Where every backend has a condition, Varnish falls back on the first it knows.
        var defaults = balanced.Count > 0 ? balanced : candidates.Count > 0 ? candidates[..1] : all.Take(1);
        var conditional =
            from backend in all
            where backend.RequestCondition.Length > 0
            let condition = version.Conditions.FirstOrDefault(condition => condition.Name == backend.RequestCondition)
            where condition is not null
            orderby condition.Priority
            select (backend, condition);
        return new(defaults.ToValueList(), conditional.ToValueList());
    }
}
