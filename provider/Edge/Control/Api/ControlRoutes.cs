using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>All routes there are, group by group.</summary>
internal sealed record ControlRoutes(ServiceRegister Services, Activation Activation, TokenRegister Tokens, AuditLog Audit, TrafficHistory Traffic, ControlOptions Options)
{
    public RouteTable Table => new(
    [
        .. new ServiceRoutes(Services).All,
        .. new VersionRoutes(Services, Activation, Options.Time).All,
        .. new VclRoutes(Services).All,
        .. new DiffRoutes(Services).All,
        .. new DomainRoutes(Services, Options.LeadsHere, Options.Time).All,
        .. new SettingsRoutes(Services, Options.Time).All,
        .. new DictionaryRoutes(Services, Activation, Options.Time).All,
        .. new AclRoutes(Services, Activation, Options.Time).All,
        .. new SnippetRoutes(Services, Options.Time).All,
        .. new DirectorBackendRoutes(Services, Options.Time).All,
        .. new VclFileRoutes(Services, Options.Time).All,
        .. FieldTables.OfVersions.SelectMany(table => new ObjectRoutes(table, Services, Options.Time).All),
        .. new PurgeRoutes(Services, Activation, Options.Purges, new PurgeIds(Options.Time)).All,
        .. new TokenRoutes(Tokens, Services, Options.Time).All,
        .. new EventRoutes(Audit).All,
        .. new StatsRoutes(Services, Traffic, Options.Time).All,
        .. new RealTimeRoutes(Services, Traffic, Options.Time).All,
        .. new PlaceRoutes(Options.Addresses, Options.Place, Options.Shields).All,
        .. new EdgeCheckRoutes(Options.Visit).All,
        .. new MetricsRoutes(Options.Metrics).All,
        .. new ExplainRoutes(Services, Activation, Options.Explain).All,
    ]);
}
