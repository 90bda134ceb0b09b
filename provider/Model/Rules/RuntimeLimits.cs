namespace EdgeInfra.Model;

/// <summary>
/// What a version may hold and the runtime does not act on: an error where answers would differ, a warning where nothing
/// is lost.
/// </summary>
internal static class RuntimeLimits
{
    private static readonly IFieldTable[] NotObeyed =
        [Header.Fields, CacheSettings.Fields, RequestSettings.Fields, ResponseObject.Fields, Gzip.Fields];

    private static readonly IFieldTable[] NotExecuted = [Snippet.Fields, VclFile.Fields];

    public static IEnumerable<Problem> Check(ServiceVersion version) =>
    [
        .. Each(version, NotObeyed, Problems.NotObeyed),
        .. OfSettings(version.Settings),
        .. Each(version, NotExecuted, Problems.VclNotExecuted),
    ];

    private static IEnumerable<Problem> Each(ServiceVersion version, IFieldTable[] tables, Func<IFieldTable, string, Problem> problem) =>
        from table in tables
        from item in version.Objects(table.Kind)
        select problem(table, item.Name);

    private static IEnumerable<Problem> OfSettings(Settings settings) =>
        from change in Settings.Fields.Diff(new Settings(), settings)
        where change.Property != "dynamicBackends"
        select change.Property is "defaultHost" or "staleIfError"
            ? Problems.SettingNotObeyed(change.Property)
            : Problems.SettingWithoutEffect(change.Property);
}
