using System.Net;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Commands;

/// <summary>Something that was started and listens. Drain it before disposing, or requests under way are broken off.</summary>
internal sealed record Listening(IPEndPoint Endpoint, Func<CancellationToken, Task> Drain, Func<ValueTask> Dispose)
{
    /// <summary>Makes a configuration the one that new requests begin with; means nothing to a bucket.</summary>
    public Action<EdgeConfig> Publish { get; init; } = static _ => { };
}
