namespace EdgeInfra.Model;

/// <summary>
/// A named list of addresses that expressions match against. Only the name belongs to the version: its entries are
/// shared by all versions and change without an activation.
/// </summary>
public sealed record Acl : INamed
{
    public static FieldTable<Acl> Fields { get; } = new(ObjectKind.Acl, "acl", "acls", numbersAsText: true) { HasId = true };

    [Field("Name of the list as expressions use it, unique within the version.", Format = TextFormat.TableName)]
    public required string Name { get; init; }
}
