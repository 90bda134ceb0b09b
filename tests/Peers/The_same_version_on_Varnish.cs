using System.Net;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Peers;

/// <summary>One version on our runtime and, as its Varnish form, on a real Varnish: the same requests get the same answers.</summary>
public sealed class The_same_version_on_Varnish : IAsyncLifetime
{
    private readonly List<Origin> _origins = [];
    private SideBySide _both = null!;

    public static TheoryData<string, string, string> Requests => new()
    {
        { "www.example.com", "GET / HTTP/1.1", "" },
        { "WWW.Example.COM:8080", "GET / HTTP/1.1", "" },
        { "www.example.com.", "GET / HTTP/1.1", "" },
        { "a.b.example.org", "GET / HTTP/1.1", "" },
        { "example.org", "GET / HTTP/1.1", "" },
        { "wwwXexample.com", "GET / HTTP/1.1", "" },
        { "other.example.com", "GET /api/x HTTP/1.1", "" },
        { "www.example.com", "GET /api/x HTTP/1.1", "" },
        { "www.example.com", "GET /x?path=/api/ HTTP/1.1", "" },
        { "www.example.com", "GET /api/x HTTP/1.1", "X-Beta: 1\r\n" },
        { "www.example.com", "GET / HTTP/1.1", "x-beta: 1\r\n" },
        { "www.example.com", "GET / HTTP/1.1", "X-Beta: 2\r\n" },
        { "www.example.com", "POST / HTTP/1.1", "Content-Length: 0\r\n" },
        { "www.example.com", "DELETE /api/x HTTP/1.1", "" },
        { "www.example.com", "GET /search?q=a&debug HTTP/1.1", "" },
        { "www.example.com", "GET /search/debug HTTP/1.1", "" },
        { "www.example.com", "GET /empty HTTP/1.1", "" },
        { "www.example.com", "GET /empty HTTP/1.1", "X-Empty:\r\n" },
        { "www.example.com", "GET /same HTTP/1.1", "" },
        { "www.example.com", "GET /same HTTP/1.1", "A: x\r\nB: x\r\n" },
        { "www.example.com", "GET /same HTTP/1.1", "A: x\r\nB: y\r\n" },
        { "www.example.com", "GET /local HTTP/1.1", "" },
        { "www.example.com", "GET /acl HTTP/1.1", "" },
        { "www.example.com", "GET /acl HTTP/1.1", "X-As: 192.0.2.9\r\n" },
        { "www.example.com", "GET /acl HTTP/1.1", "X-As: 192.0.2.200\r\n" },
        { "www.example.com", "GET /acl HTTP/1.1", "X-As: 2001:db8::5\r\n" },
        { "www.example.com", "GET /table HTTP/1.1", "" },
        { "www.example.com", "GET /table HTTP/1.1", "X-Key: blue\r\n" },
        { "www.example.com", "GET /table HTTP/1.1", "X-Key: BLUE\r\n" },
        { "www.example.com", "GET /table HTTP/1.1", "X-Key: red\r\n" },
        { "www.example.com", "GET /if HTTP/1.1", "X-Else: 1\r\n" },
        { "www.example.com", "GET /if HTTP/1.1", "X-Then: 1\r\n" },
        { "www.example.com", "GET /if HTTP/1.1", "X-Then: 2\r\nX-Else: 1\r\n" },
        { "www.example.com", "GET /sick HTTP/1.1", "" },
        { "www.example.com", "GET /off HTTP/1.1", "" },
    };

    public async Task InitializeAsync()
    {
        _both = await SideBySide.Serve(Version(), Contents);
        Assert.Empty(_both.Vcl.Problems);
    }

    public async Task DisposeAsync()
    {
        await _both.DisposeAsync();
        foreach (var origin in _origins)
        {
            await origin.DisposeAsync();
        }
    }

    [Fact]
    public async Task Answers_every_request_alike()
    {
        var answers = new HashSet<string>();
        foreach (var row in Requests)
        {
            var (host, line, headers) = ((string)row[0], (string)row[1], (string)row[2]);
            var ours = await Ask(_both.Runtime, host, line, headers);
            Assert.Equal($"{host} {line} {headers}{ours}", $"{host} {line} {headers}{await Ask(_both.Varnish, host, line, headers)}");
            answers.Add(ours);
        }

        // The table is worth its name only if all of these came up.
        Assert.Superset(
            new HashSet<string>
            {
                "200 healthy for override.example.com", "200 api for www.example.com", "200 beta for www.example.com",
                "200 acl for www.example.com", "200 table for www.example.com", "200 if for www.example.com", "500", "503",
            },
            answers);
    }

    private static async Task<string> Ask(IPEndPoint server, string host, string line, string headers)
    {
        using var client = await RawClient.Connect(server);
        await client.Send($"{line}\r\nHost: {host}\r\n{headers}Connection: close\r\n\r\n");
        var answer = await client.Answer();
        var status = answer.Line.Split(' ')[1];
        return status == "200" ? $"200 {answer.Body}" : status; // the pages of errors are each program's own
    }

    private static readonly VersionContents Contents = new(
        [new("colours", [new() { ItemKey = "blue", ItemValue = "on" }, new() { ItemKey = "red", ItemValue = "off" }])],
        [
            new("office",
            [
                new() { Ip = "192.0.2.0", Subnet = 24 }, new() { Ip = "192.0.2.128", Subnet = 25, Negated = true }, new() { Ip = "127.0.0.1" },
                new() { Ip = "2001:db8::", Subnet = 32 },
            ]),
        ]);

    /// <summary>A balanced default whose other half is sick, and a backend for each condition.</summary>
    private ServiceVersion Version() => new()
    {
        ServiceId = "svc",
        Number = 1,
        Domains = ["www.example.com", "*.example.org"],
        Dictionaries = [new EdgeDictionary { Name = "colours" }],
        Acls = [new Acl { Name = "office" }],
        Healthchecks =
        [
            new Healthcheck { Name = "well", Host = "h", Path = "/", CheckInterval = 3_600_000, Timeout = 5_000, Initial = 3 },
            new Healthcheck { Name = "never", Host = "h", Path = "/", CheckInterval = 3_600_000, Timeout = 5_000, ExpectedResponse = 299, Initial = 0 },
        ],
        Conditions =
        [
            When("beta", "req.http.X-Beta == \"1\"", 50),
            When("api", "req.url.path ~ \"^/api/\" && req.method == \"GET\"", 10),
            When("debug", "req.url.qs ~ {\"(^|&)debug\"}", 20),
            When("empty", "req.url == \"/empty\" && req.http.X-Empty == \"\"", 30),
            When("same", "req.url == \"/same\" && req.http.A == req.http.B", 30),
            When("local", "req.url == \"/local\" && client.ip == \"127.0.0.1\" && !(client.ip != \"127.0.0.1\")", 40),
            When("acl", "req.url == \"/acl\" && std.ip(req.http.X-As, client.ip) ~ office", 40),
            When("table", "req.url == \"/table\" && table.lookup(colours, std.tolower(req.http.X-Key), \"off\") == \"on\"", 40),
            When("if", "req.url == \"/if\" && if(req.http.X-Then, req.http.X-Then, req.http.X-Else) == \"1\"", 40),
            When("sick", "req.url == \"/sick\"", 40),
            When("off", "req.url == \"/off\"", 40),
        ],
        Backends =
        [
            At("beta") with { RequestCondition = "beta" },
            At("healthy") with { AutoLoadbalance = true, Weight = 1, Healthcheck = "well", OverrideHost = "override.example.com" },
            At("unhealthy") with { AutoLoadbalance = true, Weight = 1_000, Healthcheck = "never" },
            At("api") with { RequestCondition = "api" },
            At("debug") with { RequestCondition = "debug" },
            At("empty") with { RequestCondition = "empty" },
            At("same") with { RequestCondition = "same" },
            At("local") with { RequestCondition = "local" },
            At("acl") with { RequestCondition = "acl" },
            At("table") with { RequestCondition = "table" },
            At("if") with { RequestCondition = "if" },
            At("sick") with { RequestCondition = "sick", Healthcheck = "never" },
            At("off") with { RequestCondition = "off", Port = FreePort.Next() },
        ],
    };

    private Backend At(string name)
    {
        var origin = Origin.Answering(request =>
        {
            var body = $"{name} for {request["Host"]}";
            return $"HTTP/1.1 200 OK\r\nCache-Control: no-store\r\nContent-Length: {body.Length}\r\n\r\n{(request.Line.StartsWith("HEAD", StringComparison.Ordinal) ? "" : body)}";
        });
        _origins.Add(origin);
        return new Backend { Name = name, Address = "127.0.0.1", Port = origin.Port };
    }

    private static Condition When(string name, string statement, int priority) =>
        new() { Name = name, Type = "REQUEST", Statement = statement, Priority = priority };
}
