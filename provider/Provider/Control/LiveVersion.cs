using System.Collections.Immutable;
using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Control;

/// <summary>One version with all its objects. A locked one can never change again.</summary>
internal sealed record LiveVersion(ServiceVersion Content, bool Locked)
{
    /// <summary>Ids of the objects that have one: it is the same in every version.</summary>
    public ImmutableDictionary<(ObjectKind Kind, string Name), string> Ids { get; init; } =
        ImmutableDictionary<(ObjectKind Kind, string Name), string>.Empty;

    /// <summary>It is what the service shows in its staging environment.</summary>
    public bool Staged { get; init; }

    public int Number => Content.Number;

    public bool IsEmpty => FieldTables.OfVersions.All(table => Content.Objects(table.Kind).Count == 0);
}
