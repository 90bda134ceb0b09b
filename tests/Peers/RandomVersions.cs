using System.Globalization;
using EdgeInfra.Model;

namespace Peers;

/// <summary>Valid versions of many shapes; the same seed gives the same version.</summary>
internal sealed class RandomVersions
{
    private static readonly string[] Statements =
    [
        "req.url ~ \"^/api/\"", "req.url.path == \"/a%20b\"", "req.url.qs ~ {\"q=\"x\"\"}", "!(req.http.X-Beta == \"1\")", "req.http.Cookie",
        "req.method != \"GET\" && (req.http.A !~ \"(?i)b|c$\" || !req.http.B)", "client.ip == \"192.0.2.7\"", "true", "!req.http.Via",
        "req.http.A == req.http.B", "req.request ~ \"^(PUT|POST)$\"", "req.url ~ \"/\\d+/[^/?]*\\.(jpe?g|png)($|\\?)\"",
    ];

    private readonly Random _random;
    private readonly bool _onlyAddresses;

    private RandomVersions(int seed, bool onlyAddresses) => (_random, _onlyAddresses) = (new Random(seed), onlyAddresses);

    /// <summary>Without names, nothing has to be looked up in the DNS.</summary>
    public static ServiceVersion Of(int seed, bool onlyAddresses = false) => new RandomVersions(seed, onlyAddresses).Version();

    /// <summary>With rules, answers, settings and snippets as well.</summary>
    public static ServiceVersion Whole(int seed, bool onlyAddresses = false) => new RandomRules(new Random(seed)).AddTo(Of(seed, onlyAddresses));

    private ServiceVersion Version()
    {
        var conditions = Several(0, 6, i => new Condition
        {
            Name = Name("condition", i), Type = "REQUEST", Statement = Pick(Statements), Priority = _random.Next(-5, 200),
        });
        var healthchecks = Several(0, 4, Healthcheck);
        return new ServiceVersion
        {
            ServiceId = "7i6HN3TK9wS159v2gPAZ8A",
            Number = _random.Next(1, 500),
            Domains = Several(1, 4, i => new Domain { Name = Sometimes("*.") + Text($"site-{i}.example.com") }),
            Conditions = conditions,
            Healthchecks = healthchecks,
            Backends = Several(1, 9, i => Backend(i, conditions, healthchecks)),
        };
    }

    private Healthcheck Healthcheck(int i)
    {
        var window = _random.Next(1, 65);
        return new Healthcheck
        {
            Name = Name("check", i), Host = Pick("www.example.com", "127.0.0.1:8080"), Path = Pick("/", "/healthz?a=%20b", "/a\"b"),
            Method = Pick("GET", "HEAD", "POST"), HttpVersion = Pick("1.0", "1.1"), ExpectedResponse = Pick(200, 204, 301),
            CheckInterval = _random.Next(1_000, 3_600_001), Timeout = _random.Next(1, 10_000),
            Window = window, Threshold = _random.Next(1, window + 1), Initial = _random.Next(0, window + 1),
            Headers = Chance() ? ["Accept: */*", "X-Quoted: \"50%\""] : Chance() ? ["User-Agent: probe"] : [],
        };
    }

    private Backend Backend(int i, ValueList<Condition> conditions, ValueList<Healthcheck> healthchecks) => new()
    {
        Name = Name("Host", i),
        Address = _onlyAddresses || Chance() ? Pick("192.0.2.1", "2001:db8::7") : "origin.example.com",
        Port = Pick(80, 443, 8443),
        UseSsl = Pick<bool?>(null, true, false),
        OverrideHost = Pick(null, "bucket.example.com", "[2001:db8::1]:8080"),
        SslSniHostname = Pick(null, "sni.example.com"),
        SslCertHostname = Pick(null, "cert.example.com"),
        SslCheckCert = Chance(),
        MinTlsVersion = Pick(null, "1.0", "1.2"),
        MaxTlsVersion = Pick(null, "1.2", "1.3"),
        ConnectTimeout = _random.Next(1, 20_000),
        FirstByteTimeout = _random.Next(1, 600_001),
        BetweenBytesTimeout = _random.Next(1, 86_400_001),
        FetchTimeout = Pick<int?>(null, 5_000),
        MaxConn = Pick(1, 200, int.MaxValue),
        MaxUse = Pick<int?>(null, 3),
        KeepaliveTime = Pick<int?>(null, 60),
        TcpKeepaliveEnable = Pick<bool?>(null, false),
        PreferIpv6 = Chance(),
        Weight = _random.Next(1, 1_000),
        AutoLoadbalance = Chance(),
        Healthcheck = healthchecks.Count > 0 && Chance() ? Pick([.. healthchecks]).Name : null,
        RequestCondition = conditions.Count > 0 && Chance() ? Pick([.. conditions]).Name : "",
        Comment = Sometimes("first line\nsecond } line"),
    };

    private string Name(string name, int i) => name + Pick("", " ", "/", "-é\"") + i.ToString(CultureInfo.InvariantCulture);

    private ValueList<T> Several<T>(int from, int to, Func<int, T> make) =>
        Enumerable.Range(0, _random.Next(from, to)).Select(make).ToValueList();

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    private bool Chance() => _random.Next(2) == 0;

    private string Sometimes(string text) => Chance() ? text : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
