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

    public ValueList<Director> Directors { get; init; } = [];

    public ValueList<EdgeDictionary> Dictionaries { get; init; } = [];

    public ValueList<Acl> Acls { get; init; } = [];

    public ValueList<Header> Headers { get; init; } = [];

    public ValueList<CacheSettings> CacheSettings { get; init; } = [];

    public ValueList<RequestSettings> RequestSettings { get; init; } = [];

    public ValueList<ResponseObject> ResponseObjects { get; init; } = [];

    public ValueList<Gzip> Gzips { get; init; } = [];

    public ValueList<Snippet> Snippets { get; init; } = [];

    public ValueList<VclFile> Vcls { get; init; } = [];

    public Settings Settings { get; init; } = new();

    /// <summary>The version's objects of one kind; kinds that do not belong to versions have none.</summary>
    public IReadOnlyList<INamed> Objects(ObjectKind kind) => kind switch
    {
        ObjectKind.Domain => Domains,
        ObjectKind.Condition => Conditions,
        ObjectKind.Healthcheck => Healthchecks,
        ObjectKind.Backend => Backends,
        ObjectKind.Director => Directors,
        ObjectKind.Dictionary => Dictionaries,
        ObjectKind.Acl => Acls,
        ObjectKind.Header => Headers,
        ObjectKind.CacheSettings => CacheSettings,
        ObjectKind.RequestSettings => RequestSettings,
        ObjectKind.ResponseObject => ResponseObjects,
        ObjectKind.Gzip => Gzips,
        ObjectKind.Snippet => Snippets,
        ObjectKind.Vcl => Vcls,
        _ => [],
    };

    /// <summary>The same version with other objects of one kind.</summary>
    public ServiceVersion With(ObjectKind kind, IEnumerable<INamed> objects) => kind switch
    {
        ObjectKind.Domain => this with { Domains = objects.Cast<Domain>().ToValueList() },
        ObjectKind.Condition => this with { Conditions = objects.Cast<Condition>().ToValueList() },
        ObjectKind.Healthcheck => this with { Healthchecks = objects.Cast<Healthcheck>().ToValueList() },
        ObjectKind.Backend => this with { Backends = objects.Cast<Backend>().ToValueList() },
        ObjectKind.Director => this with { Directors = objects.Cast<Director>().ToValueList() },
        ObjectKind.Dictionary => this with { Dictionaries = objects.Cast<EdgeDictionary>().ToValueList() },
        ObjectKind.Acl => this with { Acls = objects.Cast<Acl>().ToValueList() },
        ObjectKind.Header => this with { Headers = objects.Cast<Header>().ToValueList() },
        ObjectKind.CacheSettings => this with { CacheSettings = objects.Cast<CacheSettings>().ToValueList() },
        ObjectKind.RequestSettings => this with { RequestSettings = objects.Cast<RequestSettings>().ToValueList() },
        ObjectKind.ResponseObject => this with { ResponseObjects = objects.Cast<ResponseObject>().ToValueList() },
        ObjectKind.Gzip => this with { Gzips = objects.Cast<Gzip>().ToValueList() },
        ObjectKind.Snippet => this with { Snippets = objects.Cast<Snippet>().ToValueList() },
        ObjectKind.Vcl => this with { Vcls = objects.Cast<VclFile>().ToValueList() },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Versions hold no objects of this kind."),
    };

    /// <summary>The same version with every object normalised.</summary>
    public ServiceVersion Normalise() => FieldTables.OfVersions.Aggregate(
        this, (version, table) => version.With(table.Kind, version.Objects(table.Kind).Select(item => (INamed)table.Normalise(item))));
}
