using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>What belongs to a dictionary, an ACL or a dynamic snippet. It is the service's: all versions share it.</summary>
/// <param name="Kind">That of its items.</param>
/// <param name="Id">That of its owner, the same in every version.</param>
internal sealed record Content(ObjectKind Kind, string Id)
{
    /// <summary>In the order of creation.</summary>
    public ValueList<StoredObject> Items { get; init; } = [];

    /// <summary>null while there never was an item.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Why the stored document cannot be used; null while it can.</summary>
    public string? Damage { get; init; }

    /// <summary>Only the id: items may be secret.</summary>
    public override string ToString() => $"content of {Id}";
}
