namespace EdgeInfra.Model;

/// <summary>A group of backends that a request may go to. Cannot be renamed: make another one.</summary>
public sealed record Director : INamed
{
    public static FieldTable<Director> Fields { get; } = new(ObjectKind.Director, "director", "directors", Settled);

    [Field("Name of the director, unique within the version.", Replaces = true)]
    public required string Name { get; init; }

    [Field("Share of the members' weight, in percent, that must be healthy.", Min = 0, Max = 100)]
    public int Quorum { get; init; } = 75;

    [Field("How often another member is tried.", Min = 0, Max = 1_000)]
    public int Retries { get; init; } = 5;

    [Field("How a member is chosen.")]
    [Choice("1", "at random", Name = "Random")]
    [Choice("3", "by the object asked for", Name = "Hash")]
    [Choice("4", "by the client", Name = "Client")]
    public int Type { get; init; } = 1;

    [Field("Unused; kept because Fastly's API has it.", Min = 0)]
    public int Capacity { get; init; } = 100;

    [Field("Location that shields the members from the others.")]
    public string? Shield { get; init; }

    [Field("What the director is for; for people only.", Format = TextFormat.Free)]
    public string Comment { get; init; } = "";

    [Field("Names of its backends. The control API sets them one by one.")]
    public ValueList<string> Backends { get; init; } = [];

    // Members are a set: the control API tells them in any order.
    private static Director Settled(Director director) =>
        director with { Backends = director.Backends.Distinct().Order(StringComparer.Ordinal).ToValueList() };
}
