using System.Net;
using EdgeInfra.Model;
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
    public static Task<EdgeBefore> Start(IPEndPoint bucket, string host, string policy) => Start(
        [("name", "bucket"), ("address", "127.0.0.1"), ("port", $"{bucket.Port}"), ("override_host", host), ("policy", policy)]);

    /// <param name="preset">What a preset makes of a store on this machine.</param>
    public static Task<EdgeBefore> Start(StoreExpansion preset) => Start(
        Form(Backend.Fields.ToForm(preset.Backend! with { Address = "127.0.0.1" })), Form(Healthcheck.Fields.ToForm(preset.Healthcheck!)));

    private static async Task<EdgeBefore> Start((string, string)[] backend, (string, string)[]? healthcheck = null)
    {
        var edge = new EdgeBefore();
        edge._edge = await Daemon.StartEdge(edge._folder.At("data"));
        var token = (await File.ReadAllTextAsync(edge._folder.At("data", "token"))).Trim();
        using var control = new ControlClient(edge._edge.Ready["control"]!.GetValue<string>(), token);
        var service = (await control.Post("/service", ("name", Site)))["id"]!.GetValue<string>();
        await control.Post($"/service/{service}/version/1/domain", ("name", Site));
        if (healthcheck is not null)
        {
            await control.Post($"/service/{service}/version/1/healthcheck", healthcheck);
        }

        await control.Post($"/service/{service}/version/1/backend", backend);
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

    private static (string, string)[] Form(IEnumerable<KeyValuePair<string, string>> form) => [.. form.Select(field => (field.Key, field.Value))];

    public async ValueTask DisposeAsync()
    {
        await _edge.DisposeAsync();
        _folder.Dispose();
    }
}
