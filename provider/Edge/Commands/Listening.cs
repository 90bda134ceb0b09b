using System.Net;

namespace EdgeInfra.Edge.Commands;

/// <summary>Something that was started and listens. Drain it before disposing, or requests under way are broken off.</summary>
internal sealed record Listening(IPEndPoint Endpoint, Func<CancellationToken, Task> Drain, Func<ValueTask> Dispose);
