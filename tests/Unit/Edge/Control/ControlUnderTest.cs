using System.Collections.Concurrent;
using System.Net;
using System.Text;
using EdgeInfra.Edge.Control;
using EdgeInfra.Model;
using Kit;

namespace Unit.Edge.Control;

/// <summary>A control API on a free port, and a client that has its token.</summary>
internal sealed class ControlUnderTest : IAsyncDisposable
{
    public const string Token = "secret-token";
    public const string Noon = "2026-01-02T12:00:00Z";

    /// <summary>The only domain that leads to this machine.</summary>
    public const string DomainHere = "here.example.com";

    private readonly TempFolder? _owned;
    private readonly ControlServer _server;

    private ControlUnderTest(ControlServer server, TempFolder? owned)
    {
        (_server, _owned) = (server, owned);
        Client = new HttpClient { BaseAddress = new Uri($"http://{server.Endpoint}") };
        Client.DefaultRequestHeaders.Add("Fastly-Key", Token);
    }

    public HttpClient Client { get; }

    public EdgeConfig Active => _server.Active;

    public ConcurrentQueue<EdgeConfig> Published { get; } = new();

    public required ConcurrentQueue<string> Log { get; init; }

    public required ConcurrentQueue<Purge> Purged { get; init; }

    /// <summary>What the services have answered since the start.</summary>
    public required ConcurrentQueue<TrafficTotals> Traffic { get; init; }

    public required ManualTime Time { get; init; }

    public static Task<ControlUnderTest> Start(Func<ControlOptions, ControlOptions>? change = null)
    {
        var folder = new TempFolder();
        return Start(folder.Path, owned: folder, change: change);
    }

    public static async Task<ControlUnderTest> Start(string folder, IFiles? files = null, TempFolder? owned = null,
        Func<ControlOptions, ControlOptions>? change = null)
    {
        ControlUnderTest? edge = null;
        var log = new ConcurrentQueue<string>();
        var time = new ManualTime(DateTimeOffset.Parse(Noon, System.Globalization.CultureInfo.InvariantCulture));
        var traffic = new ConcurrentQueue<TrafficTotals>();
        var purges = new RecordedPurges();
        var options = new ControlOptions
        {
            Listen = new IPEndPoint(IPAddress.Loopback, 0), Token = Token, DataDirectory = folder,
            Time = time, Log = log.Enqueue, Files = files ?? new UnsyncedFiles(), Purges = purges, Traffic = () => traffic,
            Addresses = () => [IPAddress.Parse("192.0.2.7"), IPAddress.Parse("2001:db8::7"), IPAddress.Parse("fe80::1")],
            LeadsHere = (domain, _) => Task.FromResult(domain == DomainHere),
            Visit = (url, _) => Task.FromResult(new EdgeVisit(
                200, [new("Host", url.Authority)], [new("X-Path", url.PathAndQuery)], "d41d8cd98f00b204e9800998ecf8427e", TimeSpan.FromMilliseconds(1.5))),
        };
        var server = await ControlServer.Start(change?.Invoke(options) ?? options, config => edge!.Published.Enqueue(config), CancellationToken.None);
        edge = new ControlUnderTest(server, owned) { Time = time, Log = log, Purged = purges.All, Traffic = traffic };
        return edge;
    }

    public async Task<Said> Send(
        string method, string path, string? body = null, string type = "application/x-www-form-urlencoded")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, type);

        // What is refused for its size is answered before it has come; a client that goes on sending may miss the answer.
        request.Headers.ExpectContinue = body is { Length: > 100_000 };
        using var answer = await Client.SendAsync(request);
        return new Said((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>With headers; <c>Fastly-Key</c> among them calls as somebody else.</summary>
    public async Task<Said> With(string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await Client.SendAsync(request);
        return new Said((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A new token; its secret.</summary>
    public async Task<string> NewToken(string form) => (string)(await Post("/tokens", form)).Expect(200)["access_token"]!;

    public Task<Said> Get(string path) => Send("GET", path);

    public Task<Said> Post(string path, string? form = null) => Send("POST", path, form);

    public Task<Said> Put(string path, string? form = null) => Send("PUT", path, form);

    public Task<Said> Delete(string path) => Send("DELETE", path);

    /// <summary>Id of a new service; its draft has the number 1.</summary>
    public async Task<string> Service(string name = "www") =>
        (string)(await Post("/service", $"name={name}")).Expect(200)["id"]!;

    /// <summary>A service whose draft can be activated.</summary>
    public async Task<string> Ready(string name = "www", string domain = "www.example.com")
    {
        var id = await Service(name);
        (await Post($"/service/{id}/version/1/domain", $"name={domain}")).Expect(200);
        (await Post($"/service/{id}/version/1/backend", "name=origin&address=192.0.2.1")).Expect(200);
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        _owned?.Dispose();
    }
}
