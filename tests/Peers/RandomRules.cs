using System.Globalization;
using EdgeInfra.Model;

namespace Peers;

/// <summary>What a random version has besides backends: rules, answers, settings, with texts nobody would choose.</summary>
internal sealed class RandomRules(Random random)
{
    private static readonly string[] Texts =
    [
        "plain", "", "say \"hi\"", "100%", "a\"}b", "line one\nline two\t\"", "*/ } {\" # ;", "é\u2028ü", "\\1-\\0", "{\"x\"}", "\"",
    ];

    private static readonly string[] Sources =
    [
        "\"text\"", "req.http.Host", "\"a\" req.http.B \"%22c\"", "client.ip", "req.url.path", "std.tolower(req.http.Host)", "{\"50% \"off\"\"}",
        "if(req.http.A, req.http.A, \"none\")", "regsub(req.url, \"\\?.*$\", \"\")", "table.lookup(routes, req.url.path, \"/\")", "now",
    ];

    public static readonly EdgeDictionary Routes = new() { Name = "routes" };

    public static readonly Acl Office = new() { Name = "office" };

    public static readonly VersionContents Contents = new(
        [new("routes", [new() { ItemKey = "/a \"b\"", ItemValue = "y" }, new() { ItemKey = "%", ItemValue = "line\nline" }])],
        [
            new("office",
            [
                new() { Ip = "192.0.2.7", Subnet = 24 }, new() { Ip = "192.0.2.0", Subnet = 24, Negated = true }, new() { Ip = "0.0.0.0", Subnet = 0 },
                new() { Ip = "2001:db8::1" }, new() { Ip = "::ffff:10.0.0.1", Subnet = 104 },
            ]),
        ]);

    public ServiceVersion AddTo(ServiceVersion version)
    {
        version = version with
        {
            Dictionaries = [Routes],
            Acls = [Office, new Acl { Name = "my office" }],
            Conditions = [.. version.Conditions, .. Conditions()],
        };
        return version with
        {
            Directors = [.. Several(3, i => Director(i, version)), Director(9, version) with { Name = "pool" }],
            Headers = Several(9, i => Header(i, version)),
            RequestSettings = Several(3, i => RequestSettings(i, version)),
            ResponseObjects = Several(4, i => Answer(i, version)),
            CacheSettings = Several(3, i => CacheSettings(i, version)),
            Gzips = Several(3, i => Gzip(i, version)),
            Snippets = Several(5, Snippet),
            Settings = Settings(),
        };
    }

    private IEnumerable<Condition> Conditions() =>
    [
        Condition("on cache", "CACHE", "beresp.status == 404 && beresp.http.X !~ \"a%22b\"", "beresp.ttl > 5s || !req.http.A"),
        Condition("on response", "RESPONSE", "resp.status >= 500", "resp.http.Content-Type ~ \"^text/\" && req.url.ext == \"html\""),
        Condition("on request", "REQUEST", "client.ip ~ office", "table.lookup(routes, req.url.path, \"x\") == \"y\"", "req.http.A"),
    ];

    private Condition Condition(string name, string type, params string[] statements) =>
        new() { Name = name + Text(" } ", " #"), Type = type, Statement = Pick(statements), Priority = random.Next(0, 50) };

    private string Of(ServiceVersion version, string type) =>
        Pick("", version.Conditions.First(condition => condition.Type == type && condition.Name.StartsWith("on ", StringComparison.Ordinal)).Name);

    private Director Director(int i, ServiceVersion version) => new()
    {
        Name = Name("Pool", i), Type = Pick(1, 3, 4), Quorum = random.Next(0, 101), Retries = random.Next(0, 9),
        Backends = version.Backends.Where((_, at) => at == 0 || random.Next(2) == 0).Select(backend => backend.Name).ToValueList(),
        Shield = Pick(null, null, "iad-va-us"),
    };

    private Header Header(int i, ServiceVersion version)
    {
        var type = Pick("request", "fetch", "cache", "response");
        var backend = Pick("pool", version.Backends[0].Name, VclName.For(version.Backends[^1].Name));
        if (type == "request" && random.Next(3) == 0)
        {
            return new() { Name = Name("To", i), Type = type, Action = "set", Dst = "backend", Src = backend, RequestCondition = Of(version, "REQUEST") };
        }

        return new()
        {
            Name = Name("Rule", i), Type = type, Action = Pick("set", "append", "delete", "regex", "regex_repeat"),
            Dst = Pick("http.X-Rule", "http.X-Rule", "http.Cookie:part", "http.Set-Cookie"),
            Src = Pick(Sources), Regex = Pick("^/a(b+)?\"", "x%20y", "[^/?]+$"), Substitution = Pick(Texts),
            IgnoreIfSet = random.Next(2) == 0, Priority = random.Next(-5, 200),
            RequestCondition = Of(version, "REQUEST"),
            CacheCondition = type == "cache" ? Of(version, "CACHE") : null,
            ResponseCondition = type == "response" ? Of(version, "RESPONSE") : null,
        };
    }

    private RequestSettings RequestSettings(int i, ServiceVersion version) => new()
    {
        Name = Name("Treat", i), Action = Pick("", "lookup", "pass"), ForceSsl = Maybe(), ForceMiss = Maybe(), BypassBusyWait = Maybe(),
        GeoHeaders = Maybe(), TimerSupport = Maybe(), DefaultHost = Pick(null, "origin.example.com"), MaxStaleAge = Pick<int?>(null, 60),
        HashKeys = Pick(null, "req.url, req.http.Host", "req.url.path, {\"a,b\"}, regsub(req.url, \"a,b\", \"\")"),
        Xff = Pick(null, "clear", "leave", "append", "append_all", "overwrite"), RequestCondition = Of(version, "REQUEST"),
    };

    private ResponseObject Answer(int i, ServiceVersion version) => new()
    {
        Name = Name("Answer", i), Status = random.Next(200, 600), Response = Text("Gone \"100%\"", "Ok"), Content = Pick(Texts),
        ContentType = Pick("", "text/html; charset=\"utf-8\""), RequestCondition = Of(version, "REQUEST"), CacheCondition = Of(version, "CACHE"),
    };

    private CacheSettings CacheSettings(int i, ServiceVersion version) => new()
    {
        Name = Name("Cached", i), Action = Pick(null, "pass", "cache", "restart"), Ttl = Pick<int?>(null, 0, 60),
        StaleTtl = Pick<int?>(null, 600), CacheCondition = Of(version, "CACHE"),
    };

    private Gzip Gzip(int i, ServiceVersion version)
    {
        var all = new Gzip { Name = Name("Squeeze", i), CacheCondition = Of(version, "CACHE") };
        return Pick(all, all with { ContentTypes = "" }, all with { Extensions = "c++ a.b", ContentTypes = "image/svg+xml" });
    }

    private Snippet Snippet(int i)
    {
        var type = Pick("init", "recv", "hash", "hit", "miss", "pass", "fetch", "error", "deliver", "log", "none");
        return new()
        {
            Name = Name("Own", i), Type = type, Priority = random.Next(0, 200), Dynamic = random.Next(2) == 0,
            Content = type == "init" ? "sub own_" + i + " {\n  log {\"}\n\"};\n}" : Text("  # only a remark }", "log {\"in\n\"} req.url;\n"),
        };
    }

    private Settings Settings() => new()
    {
        DefaultTtl = random.Next(0, 100_000), DefaultHost = Pick("", "www.example.com"), StaleIfError = random.Next(2) == 0,
    };

    private string Name(string name, int i) => name + Text(" \"} ", "*/#-\u2028") + i.ToString(CultureInfo.InvariantCulture);

    private string Text(params string[] texts) => Pick(texts);

    private bool? Maybe() => Pick<bool?>(null, true, false);

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private ValueList<T> Several<T>(int to, Func<int, T> make) => Enumerable.Range(0, random.Next(to)).Select(make).ToValueList();
}
