using System.Text;
using EdgeInfra.Edge.Cache;
using EdgeInfra.Edge.Proxy.Caching;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy;

/// <content>What the cache has to do with it.</content>
internal sealed partial class EdgeRequest
{
    private string? _hashKey;

    public CacheState Cached { get; set; }

    /// <summary>Whether rules keep it away from the cache.</summary>
    public bool Passes { get; set; }

    /// <summary>Whether rules forbid it what the cache has.</summary>
    public bool ForcesMiss { get; set; }

    /// <summary>Set while the origin's answer may be kept.</summary>
    public CacheFill? Fill { get; set; }

    /// <summary>What it is looked up by: URL and host, as rules have left them, unless rules name other keys.</summary>
    public CacheKey CacheKey => new(Service!.Config.ServiceId, _hashKey is null ? Host : "", _hashKey ?? Url); // asked within a service

    /// <summary>How often the stored answer has served, with this time; 0 when it comes from the origin.</summary>
    public int Hits { get; set; }

    public void HashBy(ValueList<ValueExpression> keys)
    {
        var text = new StringBuilder();
        for (var i = 0; i < keys.Count; i++)
        {
            text.Append(keys[i].Evaluate(Frame)).Append('\n');
        }

        _hashKey = text.ToString();
    }

    private void EndCached() => (_hashKey, Cached, Passes, ForcesMiss, Fill, Hits) = (null, CacheState.None, false, false, null, 0);
}
