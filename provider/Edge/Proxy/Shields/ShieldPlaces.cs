using System.Collections.Frozen;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Shields;

/// <summary>The other places. Their connections last as long as the proxy, whatever versions come and go.</summary>
internal sealed class ShieldPlaces : IDisposable
{
    private readonly FrozenDictionary<string, ShieldNode> _nodes;

    public ShieldPlaces(ShieldOptions options, NameResolver names, TimeProvider time) =>
        _nodes = options.Others.Where(other => other.Key != options.Place && options.Secret.Length > 0)
            .ToFrozenDictionary(other => other.Key, other => new ShieldNode(other.Key, other.Value.Host, other.Value.Port, names, time));

    /// <summary>null where the origin has no shield, is shielded by this place, or by one that nobody knows.</summary>
    public ShieldRoute? To(Origin origin) =>
        origin.Shield is { } place && _nodes.TryGetValue(place, out var node) ? new(node, node.InsteadOf(origin)) : null;

    public void Dispose()
    {
        foreach (var node in _nodes.Values)
        {
            node.Dispose();
        }
    }
}
