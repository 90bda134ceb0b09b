using System.Collections.Concurrent;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy;

/// <summary>The origins that rules of one service have asked for and no version declares. They last as long as their configuration.</summary>
internal sealed class DynamicOrigins(ServiceConfig config, Func<Origin, LiveOrigin> live)
{
    // Enough for an allow-list; a wildcard that clients can play with must not fill the memory.
    private const int MostOrigins = 256;
    private const int MostTargets = 4 * MostOrigins;

    private readonly ConcurrentDictionary<string, Candidates> _byTarget = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Origin Origin, Candidates Candidates)> _byName = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>The origin for a target such as <c>api.example.com:443</c>; null when it is not allowed, or there are too many.</summary>
    public Candidates? Find(string target)
    {
        if (_byTarget.TryGetValue(target, out var known))
        {
            return known;
        }

        var found = DynamicBackend.OriginFor(target, config) is { } origin ? Register(origin) : null;
        if (found is not null && _byTarget.Count < MostTargets)
        {
            _byTarget.TryAdd(target, found);
        }

        return found;
    }

    /// <summary>Registering the same again is fine; another origin under a name that is taken is refused with null.</summary>
    public Candidates? Register(Origin origin)
    {
        lock (_gate)
        {
            if (_byName.TryGetValue(origin.Name, out var there))
            {
                return there.Origin == origin ? there.Candidates : null;
            }

            if (_byName.Count >= MostOrigins)
            {
                return null;
            }

            var candidates = new Candidates([(live(origin), 1)]);
            _byName.Add(origin.Name, (origin, candidates));
            return candidates;
        }
    }
}
