using EdgeInfra.Edge.Proxy.Traffic;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy;

/// <summary>A service of the current configuration: the compiled choice of backends, with every candidate's live origin at hand.</summary>
internal sealed class LiveService
{
    private readonly Dictionary<ValueList<WeightedOrigin>, Candidates> _candidates = new(ReferenceEqualityComparer.Instance);

    public LiveService(ServiceConfig config, Func<Origin, LiveOrigin> live, ServiceTraffic traffic)
    {
        (Config, Traffic) = (config, traffic);
        foreach (var set in config.Choice.Conditional.Select(conditional => conditional.Origins).Append(config.Choice.Default)
            .Concat(config.Rules.Recv.Select(rule => rule.Origins).OfType<ValueList<WeightedOrigin>>()))
        {
            _candidates[set] = new Candidates([.. set.Select(share => (live(share.Origin), share.Weight))]);
        }
    }

    public ServiceConfig Config { get; }

    /// <summary>Outlives this configuration.</summary>
    public ServiceTraffic Traffic { get; }

    /// <summary>The origins of one choice, be it the version's or a rule's.</summary>
    public Candidates Of(ValueList<WeightedOrigin> choice) => _candidates[choice];

    /// <summary>The origins a request may go to.</summary>
    public Candidates For(IRequestView request) => Of(Config.Choice.For(request));
}
