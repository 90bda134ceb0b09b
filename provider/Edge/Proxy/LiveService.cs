using System.Collections.Frozen;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Edge.Proxy.Traffic;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy;

/// <summary>A service of the current configuration: the compiled choice of backends, with every candidate's live origin at hand.</summary>
internal sealed class LiveService
{
    private readonly Dictionary<ValueList<WeightedOrigin>, Candidates> _candidates = new(ReferenceEqualityComparer.Instance);
    private readonly FrozenDictionary<string, Candidates> _named;
    private readonly Prober[] _probers;
    private readonly DynamicOrigins? _dynamic;
    private bool _isAwake;

    public LiveService(ServiceConfig config, Func<Origin, LiveOrigin> live, ServiceTraffic traffic)
    {
        (Config, Traffic) = (config, traffic);
        foreach (var set in config.Choice.Conditional.Select(conditional => conditional.Origins).Append(config.Choice.Default))
        {
            _candidates[set] = new Candidates(Members(set, live));
        }

        _named = Named(config, live);
        _dynamic = config.DynamicHosts.Count > 0 ? new DynamicOrigins(config, live) : null;
        Origins = [.. config.Origins.Select(live)];
        _probers = [.. Origins.Select(origin => origin.Prober).OfType<Prober>()];
    }

    public ServiceConfig Config { get; }

    /// <summary>Those the version declares, also where no request goes now.</summary>
    public IReadOnlyList<LiveOrigin> Origins { get; }

    /// <summary>Outlives this configuration.</summary>
    public ServiceTraffic Traffic { get; }

    /// <summary>The origins a request may go to.</summary>
    public Candidates For(IRequestView request) => _candidates[Config.Choice.For(request)];

    /// <summary>The backend or director of this name, backends first, or a host the settings allow; null when there is none.</summary>
    public Candidates? Named(string name) => _named.GetValueOrDefault(name) ?? _dynamic?.Find(name);

    /// <summary>Begins the probes that were to wait for the first request.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref _isAwake))
        {
            return;
        }

        Volatile.Write(ref _isAwake, true);
        foreach (var prober in _probers)
        {
            prober.Start();
        }
    }

    private static FrozenDictionary<string, Candidates> Named(ServiceConfig config, Func<Origin, LiveOrigin> live)
    {
        var named = new Dictionary<string, Candidates>(StringComparer.Ordinal);
        foreach (var origin in config.Origins)
        {
            Add(ChoiceNames.OfBackend(origin.Name), new Candidates([(live(origin), 1)]));
        }

        foreach (var director in config.Directors)
        {
            Add(ChoiceNames.OfDirector(director.Name),
                new Candidates(Members(director.Members, live), director.Kind, director.Quorum, director.Retries));
        }

        return named.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(IEnumerable<string> names, Candidates candidates)
        {
            foreach (var name in names)
            {
                named.TryAdd(name, candidates);
            }
        }
    }

    private static (LiveOrigin Origin, int Weight)[] Members(ValueList<WeightedOrigin> set, Func<Origin, LiveOrigin> live) =>
        [.. set.Select(share => (live(share.Origin), share.Weight))];
}
