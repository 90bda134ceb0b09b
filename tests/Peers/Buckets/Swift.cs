using System.Net;
using Kit;

namespace Peers.Buckets;

/// <summary>OpenStack Swift with its S3 API, a bucket, and somebody else's beside it. It has refused a signature that was tampered with before any test begins.</summary>
public sealed class Swift : IAsyncLifetime
{
    public const string Bucket = "website";

    private readonly TempFolder _folder = new();
    private Daemon _server = null!;

    public IPEndPoint Endpoint => new(IPAddress.Loopback, _server.Ready["port"]!.GetValue<int>());

    public async Task InitializeAsync()
    {
        var fetched = Repository.At("tests", "Peers", ".tools", "swift");
        Assert.True(Directory.Exists(fetched), "Swift is missing: ./test Peers fetches it");
        _server = await Daemon.Start(Repository.At("tests", "Peers", "swift", "serve"),
        [
            fetched, "--work", _folder.At("swift"), "--region", S3Ask.Region, "--domain", S3Ask.Domain, "--user", S3Ask.AccessKey, "--secret", S3Ask.SecretKey,
        ]);
        await Put($"/{Bucket}", "");
        await Put($"/{Bucket}/index.html", "<h1>home</h1>", "Content-Type: text/html");
        await Put("/other", "");
        await Put("/other/x", "somebody else's");
        var tampered = await Ask(new S3Ask("GET", $"/{Bucket}/index.html") { OnTheWay = Tampering.WithSignature });
        Assert.True(tampered.Status == 403, $"this Swift takes any signature, so it proves nothing: {tampered.Head}");
    }

    public async Task DisposeAsync()
    {
        await (_server?.DisposeAsync() ?? default);
        _folder.Dispose();
    }

    internal Task<RawAnswer> Ask(S3Ask ask) => Tampering.Ask(Endpoint, ask.Text());

    internal async Task Put(string path, string body, params string[] headers)
    {
        var answer = await Ask(new S3Ask("PUT", path) { Body = body, Headers = headers });
        Assert.True(answer.Status == 200, $"PUT {path}: {answer.Head}{answer.Body}");
    }
}
