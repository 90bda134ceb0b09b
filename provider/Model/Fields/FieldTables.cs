namespace EdgeInfra.Model;

/// <summary>All kinds of records, in the order of who refers to whom: create in this order, delete in the reverse one.</summary>
public static class FieldTables
{
    public static ValueList<IFieldTable> All { get; } = [Service.Fields, .. OfVersions];

    /// <summary>Every named kind a version holds: a list in the control API, and in a manifest.</summary>
    public static ValueList<IFieldTable> OfVersions =>
    [
        Domain.Fields, Condition.Fields, Healthcheck.Fields, Backend.Fields, Director.Fields, EdgeDictionary.Fields,
        Acl.Fields, Header.Fields, CacheSettings.Fields, RequestSettings.Fields, ResponseObject.Fields, Gzip.Fields,
        Snippet.Fields, VclFile.Fields,
    ];

    /// <summary>The kinds there have been from the start: whatever is stored or digested lists them, even when it has none.</summary>
    public static bool IsOfTheFirst(ObjectKind kind) => kind <= ObjectKind.Backend;

    /// <summary>Every kind of record that stands within fields of others, each after those that stand within it.</summary>
    public static ValueList<IFieldTable> Parts { get; } = All.SelectMany(Within).Distinct().ToValueList();

    public static IFieldTable Of(ObjectKind kind) => All.Single(table => table.Kind == kind);

    private static IEnumerable<IFieldTable> Within(IFieldTable table) =>
        table.Where(field => field.Part is not null).SelectMany(field => Within(field.Part!).Append(field.Part!));
}
