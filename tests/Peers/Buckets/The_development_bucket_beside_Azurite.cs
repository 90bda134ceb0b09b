using System.Net;
using Kit;

namespace Peers.Buckets;

/// <summary>The same conversation with Azurite and with the development bucket: what the one accepts and refuses, so does the other.</summary>
/// <remarks>
/// Left out is where Azurite itself is unlike Azure: the code of a wrong signature (AuthorizationFailure), requests dated long ago (accepted),
/// callers without credentials (403).
/// </remarks>
public sealed class The_development_bucket_beside_Azurite(Azurite azurite) : IClassFixture<Azurite>, IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private Daemon _bucket = null!;

    private static AzureAsk Home => new("GET", $"/{Azurite.Container}/index.html");

    private static (string Name, int Status, AzureAsk Ask)[] Conversation =>
    [
        ("a blob", 200, Home),
        ("its head", 200, Home with { Method = "HEAD" }),
        ("headers that nobody signed", 200, Home with { Headers = ["Accept-Encoding: gzip", "X-Forwarded-For: 192.0.2.1"] }),
        ("a range", 206, Home with { Signed = [("Range", "bytes=0-3")] }),
        ("the rest", 206, Home with { Signed = [("Range", "bytes=4-")] }),
        ("a range beyond the end", 416, Home with { Signed = [("Range", "bytes=99-100")] }),
        ("another tag is known", 200, Home with { Signed = [("If-None-Match", "\"x\"")] }),
        ("not modified", 304, Home with { Signed = [("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")] }),
        ("another tag is wanted", 412, Home with { Signed = [("If-Match", "\"x\"")] }),
        ("a missing blob", 404, Home with { Path = $"/{Azurite.Container}/none" }),
        ("the head of a missing blob", 404, Home with { Method = "HEAD", Path = $"/{Azurite.Container}/none" }),
        ("a missing container", 404, Home with { Path = "/nowhere/index.html" }),
        ("a list", 200, Home with { Path = $"/{Azurite.Container}", Query = "comp=list&restype=container" }),
    ];

    // Who refuses is told in other words by the emulator; that it refuses is what counts.
    private static (string Name, AzureAsk Ask)[] Refusals =>
    [
        ("another key", Home with { Key = Convert.ToBase64String("another"u8) }),
        ("signed for another path", Home with { OnTheWay = Tampering.With("index.html", "other.html") }),
        ("signed for another method", Home with { OnTheWay = Tampering.With("GET", "HEAD") }),
        ("a range that was not signed", Home with { Headers = ["Range: bytes=0-3"] }),
        ("a condition that was not signed", Home with { Headers = ["If-None-Match: \"x\""] }),
        ("a header of Azure's that was not signed", Home with { Headers = ["x-ms-client-request-id: x"] }),
    ];

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_folder.At("site"));
        await File.WriteAllTextAsync(_folder.At("site", "index.html"), "<h1>home</h1>");
        _bucket = await Daemon.Start(Repository.Edge,
        [
            "bucket", _folder.At("site"), "--store", "azure", "--name", Azurite.Container, "--private",
            "--access-key", AzureAsk.Account, "--secret-key", AzureAsk.AccountKey,
        ]);
    }

    public async Task DisposeAsync()
    {
        await (_bucket?.DisposeAsync() ?? default);
        _folder.Dispose();
    }

    [Fact]
    public async Task Answers_each_request_as_Azurite_does()
    {
        var differences = new List<string>();
        foreach (var (name, status, ask) in Conversation)
        {
            var (theirs, ours) = (await Told(azurite.Endpoint, name, ask), await Told(Endpoint, name, ask));
            if (theirs != ours || ours.Status != status)
            {
                differences.Add($"{name}:\n  Azurite {theirs}\n  ours    {ours}");
            }
        }

        foreach (var (name, ask) in Refusals)
        {
            var statuses = ((await azurite.Ask(ask)).Status, (await Tampering.Ask(Endpoint, ask.Text())).Status);
            if (statuses != (403, 403))
            {
                differences.Add($"{name}: {statuses}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private IPEndPoint Endpoint => IPEndPoint.Parse(_bucket.Ready["listen"]!.GetValue<string>());

    // Tags are each store's own invention.
    private static async Task<Told> Told(IPEndPoint store, string name, AzureAsk ask) =>
        Buckets.Told.Of(await Tampering.Ask(store, ask.Text()), isList: name == "a list") with { Tag = null };
}
