using System.Net;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Commands;

/// <summary>A proxy that was started. It serves nobody until it is told to listen; drain it before disposing.</summary>
/// <param name="Listen">Serves on one more address, and tells its real port.</param>
/// <param name="Publish">Makes a configuration the one that new requests begin with.</param>
internal sealed record RunningProxy(
    Func<ListenerWish, CancellationToken, Task<IPEndPoint>> Listen,
    Action<EdgeConfig> Publish,
    Func<CancellationToken, Task> Drain,
    Func<ValueTask> Dispose);
