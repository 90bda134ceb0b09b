namespace EdgeInfra.Model;

/// <summary>
/// A named table of texts that expressions look up. Only the name belongs to the version: its items are shared by all
/// versions and change without an activation.
/// </summary>
public sealed record EdgeDictionary : INamed
{
    public static FieldTable<EdgeDictionary> Fields { get; } =
        new(ObjectKind.Dictionary, "dictionary", "dictionaries") { HasId = true };

    [Field("Name of the table as expressions use it, unique within the version.", Format = TextFormat.TableName)]
    public required string Name { get; init; }

    [Field("Whether its items can only be written, never read back.")]
    public bool WriteOnly { get; init; }
}
