using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>One version of a service as it is stored: a draft until it is locked, immutable from then on.</summary>
internal sealed record VersionState(int Number, DateTimeOffset Created, DateTimeOffset Updated)
{
    public string Comment { get; init; } = "";

    /// <summary>Lists keep the order of creation; it decides which backend is the default.</summary>
    public ValueList<StoredObject> Objects { get; init; } = [];

    public Settings Settings { get; init; } = new();

    public DateTimeOffset? Locked { get; init; }

    /// <summary>Why the stored document cannot be used; null while it can.</summary>
    public string? Damage { get; init; }

    public IEnumerable<StoredObject> Of(ObjectKind kind) => Objects.Where(stored => stored.Kind == kind);

    public StoredObject? Find(ObjectKind kind, string name) => Of(kind).FirstOrDefault(stored => stored.IsNamed(name));

    /// <summary>Only the number: fields may be secret.</summary>
    public override string ToString() => $"version {Number}";

    /// <summary>The same content as the rules and the compiler want it.</summary>
    public ServiceVersion ToVersion(string serviceId) => FieldTables.OfVersions.Aggregate(
        new ServiceVersion { ServiceId = serviceId, Number = Number, Comment = Comment, Settings = Settings },
        (version, table) => version.With(table.Kind, Of(table.Kind).Select(stored => stored.Record)));
}
