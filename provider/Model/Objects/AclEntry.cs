namespace EdgeInfra.Model;

/// <summary>
/// An address or a range of addresses in an <see cref="Acl"/>. Told apart by its id, not by its address: the same
/// address may stand in a list twice.
/// </summary>
public sealed record AclEntry : INamed
{
    public static FieldTable<AclEntry> Fields { get; } = new(ObjectKind.AclEntry, "entry", "entries") { HasId = true };

    [Field("IPv4 or IPv6 address.", Format = TextFormat.IpAddress)]
    public required string Ip { get; init; }

    [Field("Length of the range's prefix in bits; unset, the address stands for itself.", Min = 0, Max = 128)]
    public int? Subnet { get; init; }

    [Field("Whether the range is excluded from the list.")]
    public bool Negated { get; init; }

    [Field("What the entry is for; for people only.", Format = TextFormat.Free)]
    public string Comment { get; init; } = "";

    /// <summary>What is wrong with the range as a whole, or null.</summary>
    public string? RangeProblem => Subnet > 32 && !Ip.Contains(':', StringComparison.Ordinal)
        ? $"subnet is {Subnet}, but a range of IPv4 addresses has 32 bits at most." : null;

    public string Name => Subnet is { } bits ? $"{Ip}/{bits}" : Ip;
}
