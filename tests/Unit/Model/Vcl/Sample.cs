using System.Net;
using EdgeInfra.Model;
using EdgeInfra.Model.Vcl;

namespace Unit.Model.Vcl;

/// <summary>A request, its answer and all around them, for expressions to look at.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 3, 5, 14, 7, 9, TimeSpan.Zero);

    private static readonly Request Client = new("/a/b/c.jpg?x=1&y=%20&x=2", "GET", "192.0.2.7", Headers(
        ("Host", "www.example.com"), ("X-Beta", "on"), ("X-Empty", ""), ("X-Number", "12"),
        ("Cookie", "a=1; session=s%20x; b"), ("Cache-Control", "no-cache, Max-Age=60, q=\"a,b\"")));

    public static VclFrame Frame(VclCaptures? captures = null) => new(Client)
    {
        OriginRequest = new Request("/origin/c.jpg?z", "HEAD", "192.0.2.7", Headers(("X-Beta", "off"))),
        Response = new Response(404, "Not Found", "HTTP/1.1", Headers(("Content-Type", "text/html"), ("Cache-Control", "max-age=60"))),
        Connection = new Connection("HTTP/2", true, 4711, 3, IPAddress.Parse("2001:db8::1"), 443, "edge-1", "LCY", "EU-West", "svc", 7, "x1", 1, 2, true,
            Now.AddSeconds(-2.5)),
        CachedObject = new Cached(5, "HIT", true, TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(30), TimeSpan.FromHours(1)),
        Captures = captures,
    };

    public static VclEnvironment Environment(VclScope scope = VclScope.Recv) => new(scope)
    {
        Time = Clock(),
        Random = new Random(1),
        Tables = new Dictionary<string, ITable> { ["routes"] = new Table(new() { ["/a"] = "alpha", ["none"] = "" }) },
        Acls = new Dictionary<string, IAcl> { ["office"] = new Acl([IPAddress.Parse("192.0.2.7")]) },
    };

    private static TimeProvider Clock()
    {
        var clock = new Kit.ManualTime();
        clock.Advance(Now - clock.GetUtcNow());
        return clock;
    }

    private static Dictionary<string, string> Headers(params (string Name, string Value)[] headers) =>
        headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);

    internal sealed record Table(Dictionary<string, string> Items) : ITable
    {
        public string? Find(string key) => Items.GetValueOrDefault(key);
    }

    internal sealed record Acl(HashSet<IPAddress> Members) : IAcl
    {
        public bool Contains(IPAddress address) => Members.Contains(address);
    }

    private sealed record Request(string Url, string Method, string ClientIp, Dictionary<string, string> Fields) : IRequestView
    {
        public string? Header(string name) => Fields.GetValueOrDefault(name);
    }

    private sealed record Response(int Status, string Reason, string Protocol, Dictionary<string, string> Fields) : IResponseView
    {
        public string? Header(string name) => Fields.GetValueOrDefault(name);
    }

    private sealed record Connection(string Protocol, bool IsTls, int ClientPort, int ClientRequests, IPAddress ServerAddress, int ServerPort,
        string ServerName, string Datacenter, string Region, string ServiceId, int ServiceVersion, string RequestId, int Restarts, int Visits, bool AsksOrigin,
        DateTimeOffset Started) : IConnectionView;

    private sealed record Cached(long Hits, string State, bool Cacheable, TimeSpan Ttl, TimeSpan Age, TimeSpan StaleWhileRevalidate,
        TimeSpan StaleIfError) : IObjectView;
}
