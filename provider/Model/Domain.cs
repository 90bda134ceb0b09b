using System.Globalization;

namespace EdgeInfra.Model;

/// <summary>
/// A host name a service answers for; <c>*.example.com</c> stands for every name one or more labels below. Case does not
/// count.
/// </summary>
public sealed record Domain : INamed
{
    public static FieldTable<Domain> Fields { get; } = new(ObjectKind.Domain, "domain", "domains", Settled);

    [Field("Host name, or *. and a host name for everything below it. Belongs to one service only.",
        Format = TextFormat.Domain, Replaces = true)]
    public required string Name { get; init; }

    [Field("What the domain is for; for people only.", Format = TextFormat.Free)]
    public string Comment { get; init; } = "";

    public static implicit operator Domain(string name) => FromString(name);

    public static Domain FromString(string name) => new() { Name = name };

    /// <summary>The same domain in lower case, without a final dot: so it is compared and looked up.</summary>
    public Domain Normalise() => Fields.Normalise(this);

    private static Domain Settled(Domain domain) =>
        domain with { Name = CultureInfo.InvariantCulture.TextInfo.ToLower(domain.Name.TrimEnd('.')) };
}
