namespace EdgeInfra.Model;

/// <summary><c>.name = value;</c>, the value being pieces or, for a probe, properties.</summary>
internal sealed record DeclaredProperty(Piece Name, IReadOnlyList<Piece> Value, IReadOnlyList<DeclaredProperty>? Nested = null);
