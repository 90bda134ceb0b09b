namespace EdgeInfra.Model;

/// <summary>
/// Everything one version of a service consists of. The order of backends counts: the first one without a condition is
/// the default.
/// </summary>
public sealed record ServiceVersion
{
    public string ServiceId { get; init; } = "";

    public int Number { get; init; }

    public string Comment { get; init; } = "";

    public ValueList<Domain> Domains { get; init; } = [];

    public ValueList<Backend> Backends { get; init; } = [];

    public ValueList<Healthcheck> Healthchecks { get; init; } = [];

    public ValueList<Condition> Conditions { get; init; } = [];

    /// <summary>The version's objects of one kind; kinds that do not belong to versions have none.</summary>
    public IReadOnlyList<INamed> Objects(ObjectKind kind) => kind switch
    {
        ObjectKind.Domain => Domains,
        ObjectKind.Condition => Conditions,
        ObjectKind.Healthcheck => Healthchecks,
        ObjectKind.Backend => Backends,
        _ => [],
    };

    /// <summary>The same version with other objects of one kind.</summary>
    public ServiceVersion With(ObjectKind kind, IEnumerable<INamed> objects) => kind switch
    {
        ObjectKind.Domain => this with { Domains = objects.Cast<Domain>().ToValueList() },
        ObjectKind.Condition => this with { Conditions = objects.Cast<Condition>().ToValueList() },
        ObjectKind.Healthcheck => this with { Healthchecks = objects.Cast<Healthcheck>().ToValueList() },
        ObjectKind.Backend => this with { Backends = objects.Cast<Backend>().ToValueList() },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Versions hold no objects of this kind."),
    };

    /// <summary>The same version with every object normalised.</summary>
    public ServiceVersion Normalise() => FieldTables.Versioned.Aggregate(
        this,
        (version, table) => version.With(table.Kind, version.Objects(table.Kind).Select(item => (INamed)table.Normalise(item))));
}
