using System.Net;
using EdgeInfra.Edge.Bucket;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Edge.Signing.Credentials;
using EdgeInfra.Model;
using Kit;

namespace Unit.Edge.Proxy.Policies;

/// <summary>A static site in a development bucket with the manners of a store, and an edge before it whose policy fits that store.</summary>
internal sealed class SiteInABucket : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private BucketServer? _bucket;
    private EdgeUnderTest? _edge;

    public EdgeUnderTest Edge => _edge!; // started

    /// <param name="isPrivate">Whether only who shows credentials may read; they are the edge's.</param>
    public static async Task<SiteInABucket> Start(string store, bool isPrivate)
    {
        var site = new SiteInABucket();
        site.Write("index.html", "<h1>home</h1>");
        site.Write("404.html", "<h1>not here</h1>");
        site.Write("docs/index.html", "<h1>docs</h1>");
        site.Write("docs/a b+c/deep.txt", "0123456789");
        site._bucket = await BucketServer.Start(new BucketOptions
        {
            Root = site._folder.At("site"), Listen = new IPEndPoint(IPAddress.Loopback, 0), Name = "www", Store = store, MayList = false,
            IsPrivate = isPrivate, AccessKey = isPrivate ? "key-id" : "", SecretKey = isPrivate ? "c2VjcmV0" : "",
        });
        var port = site._bucket.Endpoint.Port;
        var machine = SigningPlatform.OfMachine(TimeProvider.System, static _ => { });
        site._edge = await EdgeUnderTest.Serving(
            EdgeUnderTest.Version(new Backend
            {
                Name = "site", Address = "127.0.0.1", Port = port, OverrideHost = "www.store.local", Policy = Policy(store, isPrivate),
            }),
            signers: new OriginSigners(machine with { Environment = name => name == "B2_API_URL" ? $"http://127.0.0.1:{port}" : null }));
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await _edge!.DisposeAsync();
        await _bucket!.DisposeAsync();
        _folder.Dispose();
    }

    private static OriginPolicy Policy(string store, bool isPrivate) => PlayedBucket.Policy with
    {
        Store = store,
        PathPrefix = store switch { "azure" => "/www", "b2" => "/file/www", _ => null },
        StripResponseHeaders = ["x-amz-*", "x-goog-*", "x-guploader-*", "x-ms-*", "x-oss-*", "x-bz-*", "Server", "Strict-Transport-Security", "Content-MD5"],
        Signing = isPrivate ? new RequestSigning { Scheme = "b2-token", AccessKey = "key-id", SecretKey = "c2VjcmV0" } : null,
    };

    private void Write(string key, string content)
    {
        var path = _folder.At(["site", .. key.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
