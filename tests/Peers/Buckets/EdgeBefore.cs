using System.Net;
using Kit;

namespace Peers.Buckets;

/// <summary>A running edge with one service, whose only backend is a private bucket.</summary>
internal sealed class EdgeBefore : IAsyncDisposable
{
    public const string Site = "site.test";

    private readonly TempFolder _folder = new();
    private Daemon _edge = null!;

    /// <param name="bucket">Where the bucket's store listens.</param>
    /// <param name="host">The Host that the store expects.</param>
    /// <param name="policy">The backend's policy, JSON as in the control API.</param>
    public static async Task<EdgeBefore> Start(IPEndPoint bucket, string host, string policy)
    {
        var edge = new EdgeBefore();
        edge._edge = await Daemon.StartEdge(edge._folder.At("data"));
        var token = (await File.ReadAllTextAsync(edge._folder.At("data", "token"))).Trim();
        using var control = new ControlClient(edge._edge.Ready["control"]!.GetValue<string>(), token);
        var service = (await control.Post("/service", ("name", Site)))["id"]!.GetValue<string>();
        await control.Post($"/service/{service}/version/1/domain", ("name", Site));
        await control.Post(
            $"/service/{service}/version/1/backend",
            ("name", "bucket"), ("address", "127.0.0.1"), ("port", $"{bucket.Port}"), ("override_host", host), ("policy", policy));
        await control.Put($"/service/{service}/version/1/activate");
        return edge;
    }

    /// <param name="request">Method and target, then header lines.</param>
    public Task<RawAnswer> Ask(string request)
    {
        var lines = request.Split('\n');
        string[] all = [$"{lines[0]} HTTP/1.1", $"Host: {Site}", "Connection: close", .. lines[1..]];
        return Tampering.Ask(IPEndPoint.Parse(_edge.Ready["listen"]!.GetValue<string>()), string.Concat(all.Select(line => line + "\r\n")) + "\r\n");
    }

    public async ValueTask DisposeAsync()
    {
        await _edge.DisposeAsync();
        _folder.Dispose();
    }
}
