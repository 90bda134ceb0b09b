using System.Net;
using Kit;

namespace Peers.Buckets;

/// <summary>The same conversation with Swift and with the development bucket: what the one accepts and refuses, so does the other.</summary>
/// <remarks>
/// Left out is where Swift itself is unlike S3: callers without a signature (400), headers of Amazon's that are not signed (accepted), a missing
/// x-amz-content-sha256 (403 instead of 400), a key nobody has (SignatureDoesNotMatch instead of InvalidAccessKeyId), a plus in a path, several
/// ranges at once.
/// </remarks>
public sealed class The_development_bucket_beside_Swift(Swift swift) : IClassFixture<Swift>, IAsyncLifetime
{
    private const string HomeTag = "\"381aea190f2453592cf31db1c8528a28\"";
    private const string HostStyle = Swift.Bucket + "." + S3Ask.Domain;

    private readonly TempFolder _folder = new();
    private Daemon _bucket = null!;

    private static S3Ask Home => new("GET", $"/{Swift.Bucket}/index.html");

    private static S3Ask Root => new("GET", $"/{Swift.Bucket}/");

    private static (string Name, int Status, S3Ask Ask)[] Conversation =>
    [
        ("an object", 200, Home),
        ("its head", 200, Home with { Method = "HEAD" }),
        ("by the host's name", 200, Home with { Path = "/index.html", Host = HostStyle }),
        ("by the host's name, a port behind it", 200, Home with { Path = "/index.html", Host = HostStyle + ":8080" }),
        ("the payload unsigned", 200, Home with { UnsignedPayload = true }),
        ("a link", 200, Home with { IsLink = true }),
        ("a space in the key", 200, Home with { Path = $"/{Swift.Bucket}/docs/a%20b.txt" }),
        ("a plus in the key", 200, Home with { Path = $"/{Swift.Bucket}/docs/a%2Bb.txt" }),
        ("a key in UTF-8", 200, Home with { Path = $"/{Swift.Bucket}/docs/%C3%BCber.txt" }),
        ("an empty object", 200, Home with { Path = $"/{Swift.Bucket}/empty.txt" }),
        ("headers that nobody signed", 200, Home with { Headers = ["Accept-Encoding: gzip", "User-Agent: x", "X-Forwarded-For: 192.0.2.1", "Via: 1.1 edge"] }),

        ("a range", 206, Home with { Headers = ["Range: bytes=0-3"] }),
        ("the rest", 206, Home with { Headers = ["Range: bytes=4-"] }),
        ("the end", 206, Home with { Headers = ["Range: bytes=-4"] }),
        ("a range longer than the object", 206, Home with { Headers = ["Range: bytes=4-999"] }),
        ("a range beyond the end", 416, Home with { Headers = ["Range: bytes=99-"] }),
        ("a range that can't be read", 200, Home with { Headers = ["Range: bytes=3-1"] }),
        ("the head of a range", 206, Home with { Method = "HEAD", Headers = ["Range: bytes=0-3"] }),
        ("the tag is known", 304, Home with { Headers = [$"If-None-Match: {HomeTag}"] }),
        ("another tag is known", 200, Home with { Headers = ["If-None-Match: \"x\""] }),
        ("not modified", 304, Home with { Headers = ["If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT"] }),
        ("modified", 200, Home with { Headers = ["If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT"] }),
        ("the tag is wanted", 200, Home with { Headers = [$"If-Match: {HomeTag}"] }),
        ("another tag is wanted", 412, Home with { Headers = ["If-Match: \"x\""] }),
        ("changed since", 412, Home with { Headers = ["If-Unmodified-Since: Sat, 01 Jan 2000 00:00:00 GMT"] }),

        ("a missing object", 404, Home with { Path = $"/{Swift.Bucket}/none" }),
        ("the head of a missing object", 404, Home with { Method = "HEAD", Path = $"/{Swift.Bucket}/none" }),
        ("a missing bucket", 404, Home with { Path = "/nowhere/index.html" }),
        ("a missing bucket by the host's name", 404, Home with { Path = "/index.html", Host = "nowhere." + S3Ask.Domain }),
        ("the bucket's head", 200, Root with { Method = "HEAD" }),
        ("a list", 200, Root),
        ("a list, second form", 200, Root with { Query = "list-type=2&prefix=docs%2F" }),
        ("two keys of a list", 200, Root with { Query = "list-type=2&max-keys=2" }),
        ("versions", 200, Root with { Query = "versioning=" }),

        ("a signature that was changed", 403, Home with { OnTheWay = Tampering.WithSignature }),
        ("another secret", 403, Home with { Secret = "other" }),
        ("signed for another path", 403, Home with { OnTheWay = Tampering.With("index.html", "empty.txt") }),
        ("signed for another method", 403, Home with { OnTheWay = Tampering.With("GET", "HEAD") }),
        ("a query added", 403, Home with { OnTheWay = Tampering.With("index.html ", "index.html?versionId=null ") }),
        ("a host that was not signed", 403, Home with { Path = "/index.html", Host = HostStyle, OnTheWay = static text => text.Replace(HostStyle, "other." + HostStyle, StringComparison.Ordinal) }),
        ("another region", 400, Home with { SignedRegion = "eu-west-1" }),
        ("twenty minutes late", 403, Home with { Ahead = TimeSpan.FromMinutes(-20) }),
        ("twenty minutes early", 403, Home with { Ahead = TimeSpan.FromMinutes(20) }),
        ("a link that is over", 403, Home with { IsLink = true, Ahead = TimeSpan.FromMinutes(-2) }),
    ];

    public async Task InitializeAsync()
    {
        (string Key, string Path, string Content)[] objects =
        [
            ("docs/a b.txt", "docs/a%20b.txt", "space"), ("docs/a+b.txt", "docs/a%2Bb.txt", "plus"), ("docs/über.txt", "docs/%C3%BCber.txt", "accent"),
            ("empty.txt", "empty.txt", ""), ("index.html", "index.html", "<h1>home</h1>"),
        ];
        Directory.CreateDirectory(_folder.At("site", "docs"));
        foreach (var (key, path, content) in objects)
        {
            await File.WriteAllTextAsync(_folder.At("site", key), content);
            await swift.Put($"/{Swift.Bucket}/{path}", content, $"Content-Type: {(key.EndsWith("html", StringComparison.Ordinal) ? "text/html" : "text/plain")}");
        }

        _bucket = await Daemon.Start(Repository.Edge,
        [
            "bucket", _folder.At("site"), "--name", Swift.Bucket, "--domain", S3Ask.Domain, "--region", S3Ask.Region, "--private",
            "--access-key", S3Ask.AccessKey, "--secret-key", S3Ask.SecretKey,
        ]);
    }

    public async Task DisposeAsync()
    {
        await (_bucket?.DisposeAsync() ?? default);
        _folder.Dispose();
    }

    [Fact]
    public async Task Answers_each_request_as_Swift_does()
    {
        var endpoint = IPEndPoint.Parse(_bucket.Ready["listen"]!.GetValue<string>());
        var differences = new List<string>();
        foreach (var (name, status, ask) in Conversation)
        {
            var isList = name.Contains("list", StringComparison.Ordinal) || name.Contains("versions", StringComparison.Ordinal) || name.Contains("bucket's", StringComparison.Ordinal);
            var theirs = Told.Of(await swift.Ask(ask), isList);
            var ours = Told.Of(await Tampering.Ask(endpoint, ask.Text()), isList);
            if (theirs != ours || ours.Status != status)
            {
                differences.Add($"{name}:\n  Swift {theirs}\n  ours  {ours}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }
}
