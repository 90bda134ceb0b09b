using System.Collections.Immutable;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Decides what is live. One activation at a time, in this order: check everything, compile, store, publish.</summary>
internal sealed class Activation
{
    private readonly ServiceRegister _services;
    private readonly TimeProvider _clock;
    private readonly Action<EdgeConfig> _publish;
    private readonly Lock _oneAtATime = new();
    private volatile ImmutableSortedDictionary<string, ServiceConfig> _live;

    public Activation(ServiceRegister services, TimeProvider clock, Action<EdgeConfig> publish, Action<string> log)
    {
        (_services, _clock, _publish) = (services, clock, publish);
        _live = AtOnce.Each(services.All, AtStart, log).OfType<ServiceConfig>()
            .ToImmutableSortedDictionary(config => config.ServiceId, config => config, StringComparer.Ordinal);
    }

    /// <summary>The places that can shield a backend: this one and those it can reach.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    public EdgeConfig Live => new(_live.Values.ToValueList());

    public Verdict Check(ServiceState service, VersionState version) => Judge(service, version);

    /// <param name="warnings">What the check has found beside, empty when it is refused.</param>
    public Decided<ServiceState> Activate(string id, int number, out IReadOnlyList<string> warnings)
    {
        lock (_oneAtATime)
        {
            ServiceConfig? compiled = null;
            IReadOnlyList<string> found = [];
            var decided = _services.Change(
                id, service => OneOf(service, number).Then(version => Decide(service, version, out compiled, out found)));
            warnings = found;
            if (decided.Value is not null && compiled is not null)
            {
                Publish(_live.SetItem(id, compiled));
            }

            return decided;
        }
    }

    public Decided<ServiceState> Deactivate(string id, int number)
    {
        lock (_oneAtATime)
        {
            var decided = _services.Change(id, service => OneOf(service, number).Then<ServiceState>(version =>
                service.Active != number ? Refusals.VersionIsNotActive(number)
                : service with { Active = null }));
            if (decided.Value is not null)
            {
                Publish(_live.Remove(id));
            }

            return decided;
        }
    }

    /// <summary>Checks a version as an activation would, and marks it. Nothing serves it.</summary>
    public Decided<ServiceState> Stage(string id, int number) => _services.Change(id, service => OneOf(service, number).Then<ServiceState>(version =>
        service.Active is null ? Refusals.NothingActive()
        : service.Active == number ? Refusals.VersionIsActive(number)
        : Check(service, version) is { Ok: false, Errors: var errors } ? Refusals.Invalid(errors)
        : service with { Staged = number }));

    public Decided<ServiceState> Unstage(string id, int number) => _services.Change(id, service => OneOf(service, number).Then<ServiceState>(version =>
        service.Staged != number ? Refusals.VersionIsNotStaged(number)
        : service with { Staged = null }));

    /// <summary>
    /// Call it after a change of what dictionaries and ACLs contain: a live version is served with it from now on.
    /// </summary>
    public void Refresh(string id)
    {
        lock (_oneAtATime)
        {
            // Asked for in here, so of two changes at once the later refresh sees both.
            if (_live.ContainsKey(id) && _services.Find(id).Value is { ActiveVersion: { } version } service)
            {
                Publish(_live.SetItem(id, Compile(service, version)));
            }
        }
    }

    /// <summary>A version as it would be served, live or not; what would keep it from being activated keeps it from this too.</summary>
    public static Decided<ServiceConfig> Imagine(ServiceState service, int number) => OneOf(service, number).Then<ServiceConfig>(version =>
        new Verdict([.. Findings(service, version)]) is { Ok: false, Errors: var errors } ? Refusals.Invalid(errors) : Compile(service, version));

    private void Publish(ImmutableSortedDictionary<string, ServiceConfig> live)
    {
        _live = live;
        _publish(Live);
    }

    private Decided<ServiceState> Decide(ServiceState service, VersionState version, out ServiceConfig? compiled, out IReadOnlyList<string> warnings)
    {
        (compiled, warnings) = (null, []);
        var verdict = Judge(service, version);
        if (!verdict.Ok)
        {
            return Refusals.Invalid(verdict.Errors);
        }

        (compiled, warnings) = (Compile(service, version), verdict.Warnings);
        return service.Active == version.Number ? service
            : service.With(version with { Locked = version.Locked ?? Timestamp.Now(_clock) }) with
            {
                Active = version.Number,
                Staged = service.Staged == version.Number ? null : service.Staged,
            };
    }

    private Verdict Judge(ServiceState service, VersionState version) =>
        new([.. Findings(service, version), .. Collisions(version.ToVersion(service.Id)), .. ShieldProblems.Of(version.ToVersion(service.Id), Places)]);

    private static IEnumerable<Problem> Findings(ServiceState service, VersionState version) =>
        [.. VersionRules.Check(version.ToVersion(service.Id)), .. service.DamageOf(version)];

    private static ServiceConfig Compile(ServiceState service, VersionState version) =>
        Compiler.Compile(version.ToVersion(service.Id), service.ContentsOf(version));

    private IEnumerable<Problem> Collisions(ServiceVersion version)
    {
        var wanted = version.Normalise().Domains.Select(domain => domain.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return from other in _live.Values
               where other.ServiceId != version.ServiceId
               from domain in other.Domains
               where wanted.Contains(domain)
               select Problems.DomainTaken(domain, other.ServiceId, other.VersionNumber);
    }

    private static Decided<VersionState> OneOf(ServiceState service, int number) =>
        service.Find(number) is not { } version ? Refusals.NoVersion(service.Id, $"{number}")
        : version.Damage is { } damage ? Refusals.Damaged(damage)
        : version;

    private static ServiceConfig? AtStart(ServiceState service, Action<string> log)
    {
        if (service.ActiveVersion is not { } version)
        {
            return null;
        }

        if (version.Damage is not null)
        {
            log($"The service {service.Id} gets no traffic: its active version {version.Number} is damaged.");
            return null;
        }

        var errors = Findings(service, version).Where(problem => problem.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            log($"The service {service.Id} gets no traffic: its active version {version.Number} is not valid: {string.Join(' ', errors)}");
            return null;
        }

        return Compile(service, version);
    }
}
