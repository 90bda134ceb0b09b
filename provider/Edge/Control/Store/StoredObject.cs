using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>A domain, backend, … of a version, with what the control API tells about it beside its fields.</summary>
internal sealed record StoredObject(ObjectKind Kind, INamed Record, DateTimeOffset Created, DateTimeOffset Updated)
{
    public string Name => Record.Name;

    /// <summary>Only some kinds have one; it stays the same in every version.</summary>
    public string? Id { get; init; }

    /// <summary>Whether a name of this kind means the same object: case does not count in domains.</summary>
    public bool IsNamed(string name) => string.Equals(Name, name, Comparison(Kind));

    public static StringComparison Comparison(ObjectKind kind) =>
        kind == ObjectKind.Domain ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
}
