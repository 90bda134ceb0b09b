namespace EdgeInfra.Model;

/// <summary>
/// What a version may hold and the runtime does not act on: an error where answers would differ, a warning where nothing
/// is lost.
/// </summary>
internal static class RuntimeLimits
{
    private static readonly IFieldTable[] NotExecuted = [Snippet.Fields, VclFile.Fields];

    public static IEnumerable<Problem> Check(ServiceVersion version) =>
    [
        .. version.Backends.Where(backend => backend.ErrorThreshold > 0).Select(backend => Problems.NoSaintMode(backend.Name)),
        .. version.Backends.Where(backend => !string.IsNullOrEmpty(backend.ClientCert)).Select(backend => Problems.ClientCertUnused(backend.Name)),
        .. version.RequestSettings.Where(settings => settings.BypassBusyWait == true)
            .Select(settings => Problems.NothingToWaitFor(settings.Name, "bypassBusyWait")),
        .. version.RequestSettings.Where(settings => settings.MaxStaleAge is not null)
            .Select(settings => Problems.NothingToWaitFor(settings.Name, "maxStaleAge")),
        .. version.RequestSettings.Where(settings => settings.GeoHeaders == true).Select(settings => Problems.NoGeography(settings.Name)),
        .. version.ResponseObjects.Where(answer => answer.RequestCondition.Length + answer.CacheCondition.Length == 0)
            .Select(answer => Problems.AnswerWithoutCondition(answer.Name)),
        .. OfSettings(version.Settings),
        .. Each(version, NotExecuted, Problems.VclNotExecuted),
    ];

    private static IEnumerable<Problem> Each(ServiceVersion version, IFieldTable[] tables, Func<IFieldTable, string, Problem> problem) =>
        from table in tables
        from item in version.Objects(table.Kind)
        select problem(table, item.Name);

    private static IEnumerable<Problem> OfSettings(Settings settings) =>
        from change in Settings.Fields.Diff(new Settings(), settings)
        where change.Property is "defaultPci"
        select Problems.SettingWithoutEffect(change.Property);
}
