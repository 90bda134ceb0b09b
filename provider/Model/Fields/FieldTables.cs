namespace EdgeInfra.Model;

/// <summary>All kinds of records, in the order of who refers to whom: create in this order, delete in the reverse one.</summary>
public static class FieldTables
{
    public static ValueList<IFieldTable> All { get; } = [Service.Fields, .. Versioned];

    /// <summary>The kinds that belong to a version.</summary>
    public static ValueList<IFieldTable> Versioned => [Domain.Fields, Condition.Fields, Healthcheck.Fields, Backend.Fields];

    public static IFieldTable Of(ObjectKind kind) => All.Single(table => table.Kind == kind);
}
