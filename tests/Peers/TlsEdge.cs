using Kit;

namespace Peers;

/// <summary>The real program with a listener of each kind, in front of one origin.</summary>
internal sealed class TlsEdge : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Certificates _authority = new();
    private Daemon _edge = null!; // set by Start

    public string AuthorityFile => _folder.At("authority.pem");

    public static async Task<TlsEdge> Start(Origin origin)
    {
        var edge = new TlsEdge();
        await edge.Serve(origin);
        return edge;
    }

    /// <summary>Where the listener of this option is.</summary>
    public string Url(string option) =>
        _edge.Ready["listeners"]!.AsArray().First(listener => (string)listener!["option"]! == option)!["url"]!.GetValue<string>() + "/";

    public string At(string file) => _folder.At(file);

    public async ValueTask DisposeAsync()
    {
        await _edge.DisposeAsync();
        _authority.Dispose();
        _folder.Dispose();
    }

    private async Task Serve(Origin origin)
    {
        Directory.CreateDirectory(At("certificates"));
        _authority.WriteForBrowsers(At("certificates/local"), TimeProvider.System.GetUtcNow(), "localhost");
        File.WriteAllText(AuthorityFile, _authority.AuthorityPem);
        _edge = await Daemon.Start(Repository.Edge,
        [
            "serve", "--data", At("edge"), "--listen", "127.0.0.1:0", "--control", "127.0.0.1:0", "--listen-h2c", "127.0.0.1:0",
            "--listen-tls", "127.0.0.1:0", "--certificates", At("certificates"),
        ]);
        using var api = new ControlClient(_edge.Ready["control"]!.GetValue<string>(), File.ReadAllText(_folder.At("edge", "token")).Trim());
        await api.Serve("localhost", origin.Port);
    }
}
