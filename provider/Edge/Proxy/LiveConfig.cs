using EdgeInfra.Edge.Proxy.Traffic;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy;

/// <summary>
/// A configuration in use: what requests look things up in. It counts the requests under way in it; once it has been replaced and the last of
/// them has ended, it lets go of its origins.
/// </summary>
internal sealed class LiveConfig
{
    private readonly Action _released;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One for being current, one for each request.
    private int _holds = 1;

    public LiveConfig(EdgeConfig config, Func<Origin, LiveOrigin> live, TrafficCounters traffic, Action released)
    {
        (Config, _released) = (config, released);
        Services = [.. config.Services.Select(service => new LiveService(service, live, traffic.Of(service.ServiceId)))];
        Domains = new DomainTable(Services);
    }

    public EdgeConfig Config { get; }

    public IReadOnlyCollection<LiveService> Services { get; }

    public DomainTable Domains { get; }

    /// <summary>Completes when it has been replaced and its last request has ended.</summary>
    public Task Ended => _ended.Task;

    /// <summary>False when it has already ended; then a newer one is current.</summary>
    public bool TryEnter()
    {
        var holds = Volatile.Read(ref _holds);
        while (holds > 0)
        {
            var seen = Interlocked.CompareExchange(ref _holds, holds + 1, holds);
            if (seen == holds)
            {
                return true;
            }

            holds = seen;
        }

        return false;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _holds) == 0)
        {
            _released();
            _ended.SetResult();
        }
    }
}
