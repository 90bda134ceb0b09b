using EdgeInfra.Model;
using Kit;

namespace Peers;

/// <summary>A folder as a bucket, and a Varnish in front of it that runs the policy of a static site.</summary>
public sealed class SiteOnVarnish : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private Daemon _bucket = null!;

    internal Varnish Varnish { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        foreach (var (name, text) in new[]
        {
            ("index.html", "home"), ("docs/index.html", "docs"), ("404.html", "not here"), ("assets/deep/er/app.js", "0123456789"), ("a+b.txt", "plus"),
        })
        {
            var file = _folder.At(Path.Combine("site", name));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        _bucket = await Daemon.Start(Repository.Edge, ["bucket", _folder.At("site"), "--listen", "127.0.0.1:0"]);
        Varnish = await Serve(new Uri(_bucket.Ready["url"]!.GetValue<string>()).Port);
    }

    public async Task DisposeAsync()
    {
        await Varnish.DisposeAsync();
        await _bucket.DisposeAsync();
        _folder.Dispose();
    }

    internal static Task<Varnish> Serve(int port) => Serve(new Backend
    {
        Name = "site", Address = "127.0.0.1", Port = port,
        Policy = new OriginPolicy
        {
            Store = "s3", DirectoryIndex = "index.html", DirectoryRedirect = true, Query = "drop", Methods = ["GET", "HEAD"],
            StripResponseHeaders = ["x-amz-*", "Server"], ErrorPages = [new() { Path = "/404.html" }], Ttl = [new() { Path = "/assets/*", Ttl = 60 }],
        },
    });

    internal static Task<Varnish> Serve(Backend backend)
    {
        var vcl = VarnishVcl.Of(new ServiceVersion { ServiceId = "svc", Number = 1, Domains = ["www.example.com"], Backends = [backend] });
        Assert.Empty(vcl.Problems);
        return Varnish.Serve(vcl.Text);
    }
}
