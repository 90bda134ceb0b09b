using System.Net;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Malformed;

/// <summary>An origin that keeps every request as it came, and tells in its answer what it took it for.</summary>
internal sealed class RecordingOrigin : IAsyncDisposable
{
    private readonly List<SeenRequest> _seen = [];
    private readonly List<Task> _connections = [];

    public RecordingOrigin() => Origin = Origin.Scripted(call =>
    {
        var serving = Serve(call);
        lock (_connections)
        {
            _connections.Add(serving);
        }

        return serving;
    });

    public Origin Origin { get; }

    /// <summary>All requests, once the edge has closed its connections.</summary>
    public async Task<IReadOnlyList<SeenRequest>> Seen()
    {
        // Connections are accepted in turn: when this one has been, all others have.
        var before = Connections().Count;
        using (var last = await RawClient.Connect(new IPEndPoint(IPAddress.Loopback, Origin.Port)))
        {
            last.EndSending();
            await last.ReadToEnd();
        }

        Assert.True(Connections().Count > before);
        await Task.WhenAll(Connections());
        return _seen;
    }

    public ValueTask DisposeAsync() => Origin.DisposeAsync();

    private List<Task> Connections()
    {
        lock (_connections)
        {
            return [.. _connections];
        }
    }

    private async Task Serve(OriginCall call)
    {
        while (await SeenRequest.Next(call) is { } request)
        {
            lock (_seen)
            {
                _seen.Add(request);
            }

            if (request.Fault is not null)
            {
                return;
            }

            var body = request.Method == "HEAD" ? "" : $"{request.Method} {request.Target}";
            await call.Send($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        }
    }
}
