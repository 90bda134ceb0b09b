using System.Net;
using System.Text.Json.Nodes;
using EdgeInfra.Edge.Control;
using EdgeInfra.Edge.Seeing;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Commands;

/// <summary>What the commands start. Program.cs fills it in: the commands know neither proxy nor bucket.</summary>
internal sealed record Programs(
    Func<ProxyWish, EdgeConfig, Action<string>, CancellationToken, Task<RunningProxy>> Proxy,
    Func<BucketWish, IPEndPoint, CancellationToken, Task<Listening>> Bucket)
{
    /// <summary>What the proxy has counted, as the control plane tells it.</summary>
    public Func<IEnumerable<TrafficTotals>> Traffic { get; init; } = static () => [];

    /// <summary>Tells what would become of a request.</summary>
    public Func<ExplainQuestion, Task<JsonObject>> Explain { get; init; } = static _ => Task.FromResult(new JsonObject());

    /// <summary>Removes from the cache of the proxy.</summary>
    public IPurges Purges { get; init; } = new NothingCached();

    /// <summary>All that is counted; nothing until a proxy runs.</summary>
    public Func<IEnumerable<MetricFamily>> Metrics { get; init; } = static () => [];
}
