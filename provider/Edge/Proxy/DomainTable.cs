using System.Collections.Frozen;

namespace EdgeInfra.Edge.Proxy;

/// <summary>Which service answers for a host name: the exact name first, then the wildcard with the longest name. Case, port and a final dot do not count.
/// A request that names none gets the one service that has a default host.</summary>
internal sealed class DomainTable
{
    private readonly FrozenDictionary<string, LiveService>.AlternateLookup<ReadOnlySpan<char>> _exact;
    private readonly FrozenDictionary<string, LiveService>.AlternateLookup<ReadOnlySpan<char>> _below;
    private readonly bool _hasWildcards;

    private readonly LiveService? _nameless;

    public DomainTable(IReadOnlyCollection<LiveService> services)
    {
        var takers = services.Where(service => service.Config.Rules.DefaultHost.Length > 0).Take(2).ToList();
        _nameless = takers is [var only] ? only : null; // of two, nobody could say which is meant
        var names = services.SelectMany(service => service.Config.Domains.Select(name => (name, service))).ToList();
        _exact = Table(names.Where(pair => !pair.name.StartsWith("*.", StringComparison.Ordinal)));
        var wildcards = names.Where(pair => pair.name.StartsWith("*.", StringComparison.Ordinal)).ToList();
        _below = Table(wildcards.Select(pair => (pair.name[2..], pair.service)));
        _hasWildcards = wildcards.Count > 0;
    }

    public LiveService? Find(string host)
    {
        if (host.Length == 0)
        {
            return _nameless;
        }

        var name = NameOf(host);
        if (_exact.TryGetValue(name, out var service))
        {
            return service;
        }

        while (_hasWildcards && name.IndexOf('.') is >= 0 and var dot)
        {
            name = name[(dot + 1)..];
            if (_below.TryGetValue(name, out service))
            {
                return service;
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> host)
    {
        var colon = host.LastIndexOf(':');
        var name = colon > host.LastIndexOf(']') ? host[..colon] : host;
        return name.EndsWith('.') ? name[..^1] : name;
    }

    // Two services never share a name; should it happen, the first keeps it.
    private static FrozenDictionary<string, LiveService>.AlternateLookup<ReadOnlySpan<char>> Table(
        IEnumerable<(string Name, LiveService Service)> names) =>
        names.DistinctBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(pair => pair.Name, pair => pair.Service, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
