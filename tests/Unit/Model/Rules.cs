using EdgeInfra.Model;

namespace Unit.Model;

/// <summary>Each rule with a version that breaks it, and the same version mended.</summary>
public sealed class Rules
{
    private static readonly Healthcheck Alive = Samples.Healthcheck();
    private static readonly Condition IsApi = Samples.Condition();
    private static readonly Backend Api = Samples.Backend("api") with { RequestCondition = "is-api" };
    private static readonly ServiceVersion Good = Samples.Version(Samples.Backend());

    public static TheoryData<string, string, ServiceVersion, ServiceVersion> Cases => new()
    {
        { "EDGE001", "backends[\"origin\"].port", Samples.Version(Samples.Backend() with { Port = 70_000 }), Good },
        { "EDGE001", "domains[\"a b\"].name", Good with { Domains = ["a b"] }, Good with { Domains = ["*.example.com"] } },
        { "EDGE002", "domains", Good with { Domains = [] }, Good },
        { "EDGE003", "backends", Good with { Backends = [] }, Good },
        { "EDGE004", "healthchecks[\"alive\"]", Good with { Healthchecks = [Alive, Alive] }, Good with { Healthchecks = [Alive] } },
        { "EDGE005", "backends[\"Host_1\"]", Balanced("Host 1", "Host_1"), Balanced("Host 1", "Host_2") },
        { "EDGE006", "backends[\"origin\"].healthcheck", Checked("aliv"), Checked("alive") },
        { "EDGE007", "backends[\"api\"].requestCondition", With(Api), With(Api) with { Conditions = [IsApi] } },
        { "EDGE009", "conditions[\"is-api\"].statement", Stating("req.url ~"), Stating("true") },
        { "EDGE009", "conditions[\"is-api\"].statement", Stating("client.ip ~ office"), Stating("client.ip == \"192.0.2.1\"") },
        { "EDGE009", "conditions[\"late\"].statement", Late("req.url == 1"), With(Api) with { Conditions = [IsApi] } },
        { "EDGE009", "conditions[\"late\"].statement", Late("resp.status == 200"), With(Api) with { Conditions = [IsApi] } },
        { "EDGE010", "healthchecks[\"alive\"].initial", Probing(6, 5, 5), Probing(5, 5, 5) },
        { "EDGE011", "healthchecks[\"alive\"].threshold", Probing(5, 6, 5), Probing(5, 5, 5) },
        { "EDGE012", "domains[\"a.example\"]", Good with { Domains = ["a.example", "A.example"] }, Good with { Domains = ["a.example"] } },
        { "EDGE013", "backends[\"origin\"].minTlsVersion", Tls("1.3", "1.2"), Tls("1.2", "1.2") },
        { "EDGE101", "healthchecks[\"alive\"].initial", Probing(2, 3, 5), Probing(3, 3, 5) },
        { "EDGE102", "backends[\"origin\"].useSsl", Port443(false), Port443(null) },
        { "EDGE103", "backends[\"api\"].autoLoadbalance", Api103(true), Api103(false) },
        { "EDGE104", "backends", Samples.Version(Samples.Backend("a"), Samples.Backend("b")), Balanced("a", "b") },
        { "EDGE104", "backends", Samples.Version(Samples.Backend("a"), Samples.Backend("b")), Directed("a", "b") },
        { "EDGE105", "backends", Good with { Backends = [Api], Conditions = [IsApi] }, With(Api) with { Conditions = [IsApi] } },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Find_what_is_wrong_and_nothing_once_it_is_mended(
        string code, string path, ServiceVersion wrong, ServiceVersion mended)
    {
        var found = VersionRules.Check(wrong);
        Assert.Contains(found, problem => problem.Code == code && problem.Path == path);
        Assert.All(found, problem => Assert.Equal(
            problem.Code.StartsWith("EDGE1", StringComparison.Ordinal) ? Severity.Warning : Severity.Error, problem.Severity));
        Assert.Empty(VersionRules.Check(mended));
    }

    [Fact]
    public void Refuse_a_backend_condition_of_another_type()
    {
        var version = With(Api) with { Conditions = [IsApi with { Type = "CACHE", Statement = "beresp.status == 500" }] };
        Assert.Equal(["EDGE008"], VersionRules.Check(version).Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("CACHE", "beresp.status == 500 && beresp.ttl < 1h")]
    [InlineData("RESPONSE", "resp.http.Content-Type ~ \"^text/\"")]
    [InlineData("PREFETCH", "bereq.url.path == \"/\"")]
    public void Warn_of_a_condition_that_nothing_asks_yet(string type, string statement)
    {
        var version = Good with { Conditions = [IsApi with { Type = type, Statement = statement }] };
        var problem = Assert.Single(VersionRules.Check(version));
        Assert.Equal(("EDGE123", "conditions[\"is-api\"]", Severity.Warning), (problem.Code, problem.Path, problem.Severity));
    }

    [Fact]
    public void Let_a_condition_alone_name_any_table_and_acl() =>
        Assert.Empty(RecordRules.Check(Condition.Fields, IsApi with { Statement = "client.ip ~ office || table.contains(routes, req.url)" }));

    [Fact]
    public void Report_everything_at_once()
    {
        var version =
            new ServiceVersion { Backends = [Samples.Backend() with { Port = 0, Healthcheck = "x", RequestCondition = "y" }] };
        Assert.Equal(
            ["EDGE002", "EDGE001", "EDGE006", "EDGE007", "EDGE105"], VersionRules.Check(version).Select(problem => problem.Code));
    }

    [Fact]
    public void Say_what_was_probably_meant()
    {
        Assert.Contains(
            "Did you mean \"alive\"?", Assert.Single(VersionRules.Check(Checked("aliv"))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "There are \"alive\".", Assert.Single(VersionRules.Check(Checked("something"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_the_default_that_is_used()
    {
        var problem = Assert.Single(
            VersionRules.Check(Samples.Version(Samples.Backend("a"), Samples.Backend("b"), Samples.Backend("c"))));
        Assert.Contains("\"a\" is used, and no request goes to \"b\", \"c\"", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_record_alone_have_paths_without_a_version() =>
        Assert.Equal("initial", Assert.Single(RecordRules.Check(Healthcheck.Fields, Alive with { Initial = 1 })).Path);

    [Theory]
    [InlineData("Host 1", "F_Host_1")]
    [InlineData("Helix 5/DA Origin", "F_Helix_5_DA_Origin")]
    [InlineData("é", "F__")]
    public void Know_the_names_of_vcl(string name, string vcl) => Assert.Equal(vcl, VclName.For(name));

    private static ServiceVersion With(Backend other) => Good with { Backends = [Samples.Backend(), other] };

    // The second one gets its requests through a director.
    private static ServiceVersion Directed(string name, string member) => Samples.Version(Samples.Backend(name), Samples.Backend(member)) with
    {
        Directors = [new() { Name = "pool", Backends = [member] }],
        Headers = [new() { Name = "to-pool", Type = "request", Action = "set", Dst = "backend", Src = "pool" }],
    };

    private static ServiceVersion Balanced(params string[] names) =>
        Good with { Backends = [.. names.Select(name => Samples.Backend(name) with { AutoLoadbalance = true })] };

    private static ServiceVersion Checked(string by) =>
        Samples.Version(Samples.Backend() with { Healthcheck = by }) with { Healthchecks = [Alive] };

    private static ServiceVersion Stating(string statement) =>
        With(Api) with { Conditions = [IsApi with { Statement = statement }] };

    private static ServiceVersion Late(string statement) =>
        With(Api) with { Conditions = [IsApi, new Condition { Name = "late", Type = "CACHE", Statement = statement }] };

    private static ServiceVersion Probing(int initial, int threshold, int window) =>
        Good with { Healthchecks = [Alive with { Initial = initial, Threshold = threshold, Window = window }] };

    private static ServiceVersion Tls(string min, string max) =>
        Samples.Version(Samples.Backend() with { MinTlsVersion = min, MaxTlsVersion = max });

    private static ServiceVersion Port443(bool? tls) => Samples.Version(Samples.Backend() with { Port = 443, UseSsl = tls });

    private static ServiceVersion Api103(bool balanced) =>
        With(Api with { AutoLoadbalance = balanced }) with { Conditions = [IsApi] };
}
