namespace EdgeInfra.Model;

/// <summary>All kinds of records, in the order of who refers to whom: create in this order, delete in the reverse one.</summary>
public static class FieldTables
{
    public static ValueList<IFieldTable> All { get; } = [Service.Fields, .. OfVersions];

    /// <summary>Every named kind that a version of the control API holds.</summary>
    public static ValueList<IFieldTable> OfVersions =>
    [
        .. Versioned, Director.Fields, EdgeDictionary.Fields, Acl.Fields, Header.Fields, CacheSettings.Fields,
        RequestSettings.Fields, ResponseObject.Fields, Gzip.Fields, Snippet.Fields, VclFile.Fields,
    ];

    /// <summary>The kinds a manifest lists, and compares with what is live; what else a version holds is left as it is.</summary>
    public static ValueList<IFieldTable> Versioned => [Domain.Fields, Condition.Fields, Healthcheck.Fields, Backend.Fields];

    public static IFieldTable Of(ObjectKind kind) => All.Single(table => table.Kind == kind);
}
