using System.Net;
using EdgeInfra.Edge.Bucket;
using Kit;

namespace Unit.Edge.Bucket;

/// <summary>A bucket called www with a few objects, kept by the manners of one store, and what its log says.</summary>
internal sealed class BucketUnderTest : IAsyncDisposable
{
    public const string Index = "<h1>home</h1>";

    private readonly TempFolder _folder = new();
    private readonly List<string> _log = [];
    private BucketServer _server = null!;

    /// <summary>A line for each request so far.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_log)
            {
                return [.. _log];
            }
        }
    }

    public static async Task<BucketUnderTest> Start(string store, Func<BucketOptions, BucketOptions>? change = null)
    {
        var bucket = new BucketUnderTest();
        Directory.CreateDirectory(bucket._folder.At("site", "docs"));
        File.WriteAllText(bucket._folder.At("site", "index.html"), Index);
        File.WriteAllText(bucket._folder.At("site", "docs", "a b.txt"), "space");
        File.WriteAllText(bucket._folder.At("site", "docs", "a+b.txt"), "plus");
        File.SetLastWriteTimeUtc(bucket._folder.At("site", "index.html"), new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        var options = new BucketOptions
        {
            Root = bucket._folder.At("site"), Listen = new IPEndPoint(IPAddress.Loopback, 0), Name = "www", Store = store, Log = bucket.Remember,
        };
        bucket._server = await BucketServer.Start(change?.Invoke(options) ?? options);
        return bucket;
    }

    /// <param name="request">Method and target, then header lines; of the host everything is free.</param>
    public async Task<RawAnswer> Ask(string request, string host = "www.store.local")
    {
        var lines = request.Split('\n');
        using var client = await RawClient.Connect(_server.Endpoint);
        await client.Send($"{lines[0]} HTTP/1.1\r\nHost: {host}\r\n{string.Concat(lines.Skip(1).Select(line => line + "\r\n"))}\r\n");
        return await client.Answer(request.StartsWith("HEAD", StringComparison.Ordinal));
    }

    public async Task<RawAnswer> Post(string target, string body, string header) =>
        await Ask($"POST {target}\n{header}\nContent-Length: {body.Length}\n\n{body}");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private void Remember(string line)
    {
        lock (_log)
        {
            _log.Add(line);
        }
    }
}
