namespace EdgeInfra.Model;

/// <summary>What differs between two versions, by name and never by position, in the order in which it can be applied.</summary>
/// <remarks>
/// Additions and changes come first, referred-to before referring; then removals the other way round. The order of lists
/// is no difference.
/// </remarks>
/// <param name="Comment">The versions' own comments, if they differ.</param>
public sealed record VersionDifference(Change? Comment, ValueList<ObjectChange> Objects)
{
    /// <summary>The general settings, if they differ.</summary>
    public SettingsChange? Settings { get; init; }

    public bool IsEmpty => Comment is null && Settings is null && Objects.Count == 0;

    public static VersionDifference Between(ServiceVersion before, ServiceVersion after)
    {
        var (old, now) = (before.Normalise(), after.Normalise());
        var written = FieldTables.OfVersions.SelectMany(table => Written(table, old.Objects(table.Kind), now.Objects(table.Kind)));
        var removed = FieldTables.OfVersions.Reverse().SelectMany(
            table => Removed(table, old.Objects(table.Kind), now.Objects(table.Kind)));
        var comment = old.Comment == now.Comment
            ? null
            : new Change("comment", old.Comment, now.Comment, Replaces: false, Secret: false);
        return new(comment, written.Concat(removed).ToValueList())
        {
            Settings = old.Settings == now.Settings ? null : new(old.Settings, now.Settings),
        };
    }

    private static IEnumerable<ObjectChange> Written(IFieldTable table, IReadOnlyList<INamed> old, IReadOnlyList<INamed> now)
    {
        foreach (var after in now)
        {
            var before = old.FirstOrDefault(item => item.Name == after.Name);
            var fields = before is null ? [] : table.Diff(before, after);
            if (before is null || fields.Count > 0)
            {
                yield return new(
                    table.Kind, before is null ? ObjectAction.Added : ObjectAction.Changed, after.Name, before, after, fields);
            }
        }
    }

    private static IEnumerable<ObjectChange> Removed(IFieldTable table, IReadOnlyList<INamed> old, IReadOnlyList<INamed> now) =>
        from before in old
        where now.All(after => after.Name != before.Name)
        select new ObjectChange(table.Kind, ObjectAction.Removed, before.Name, before, null, []);
}
