using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using EdgeInfra.Edge.Bucket;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Edge.Signing.Credentials;
using EdgeInfra.Model;
using Kit;

namespace Unit.Edge.Proxy.Policies;

/// <summary>
/// A static site in a development bucket with the manners of a store, and an edge before it whose backend, policy and healthcheck are those of
/// the store's preset. The bucket checks what is signed.
/// </summary>
internal sealed class SiteInABucket : IAsyncDisposable
{
    public const string Secret = "c2VjcmV0";

    private readonly TempFolder _folder = new();
    private readonly ConcurrentQueue<string> _asked = [];
    private BucketServer? _bucket;
    private EdgeUnderTest? _edge;

    public EdgeUnderTest Edge => _edge!; // started

    /// <summary>Method, target and status of each request that came to the bucket, but for those of the healthcheck.</summary>
    public IReadOnlyList<string> Asked =>
        [.. from line in _asked let said = JsonNode.Parse(line)! where said["headers"]!["User-Agent"] is null
            select $"{said["method"]} {said["path"]}{(said["query"]?.ToString() is { Length: > 0 } query ? "?" + query : "")} {said["status"]}"];

    /// <summary>What signers said.</summary>
    public ConcurrentQueue<string> SignersLog { get; } = [];

    /// <param name="store">Which, and how it is read.</param>
    /// <param name="given">What else the preset is told.</param>
    /// <param name="bucket">What is wrong with the bucket.</param>
    /// <param name="backend">What is wrong with the edge.</param>
    public static async Task<SiteInABucket> Start(
        StoreKind store, Func<StoreArguments, StoreArguments>? given = null, Func<BucketOptions, BucketOptions>? bucket = null, Func<Backend, Backend>? backend = null,
        long cacheSize = 0)
    {
        var site = new SiteInABucket();
        SiteWalk.Write(site._folder.At("site"));
        var options = store.Bucket(site._folder.At("site")) with { Log = site._asked.Enqueue };
        site._bucket = await BucketServer.Start(bucket?.Invoke(options) ?? options);
        var port = site._bucket.Endpoint.Port;
        var arguments = store.Arguments(port);
        var preset = StorePreset.Expand(store.Kind, given?.Invoke(arguments) ?? arguments);
        Assert.Empty(preset.Failures);
        var machine = SigningPlatform.OfMachine(TimeProvider.System, site.SignersLog.Enqueue);
        var version = EdgeUnderTest.Version(backend?.Invoke(preset.Backend!) ?? preset.Backend!) with { Healthchecks = [preset.Healthcheck!] };
        Assert.DoesNotContain(VersionRules.Check(version), problem => problem.Severity == Severity.Error);
        site._edge = await EdgeUnderTest.Serving(
            version, names: new NameResolver(TimeProvider.System, static _ => Task.FromResult<IPAddress[]>([IPAddress.Loopback])),
            cacheSize: cacheSize,
            signers: new OriginSigners(machine with { Environment = name => name == "B2_API_URL" ? $"http://127.0.0.1:{port}" : null }));
        return site;
    }

    /// <summary>A walk on one connection.</summary>
    public async Task<IReadOnlyList<SiteStep>> Walk()
    {
        using var browser = await Edge.Client();
        return await SiteWalk.Take(async request =>
        {
            var lines = request.Split('\n');
            await browser.Send(string.Concat([$"{lines[0]} HTTP/1.1\r\nHost: www.example.com\r\nAccept: text/html\r\n", .. lines[1..].Select(line => line + "\r\n"), "\r\n"]));
            return await browser.Answer(request.StartsWith("HEAD", StringComparison.Ordinal));
        });
    }

    public async ValueTask DisposeAsync()
    {
        await (_edge?.DisposeAsync() ?? default);
        await (_bucket?.DisposeAsync() ?? default);
        _folder.Dispose();
    }
}
