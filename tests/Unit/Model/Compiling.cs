using System.Security.Authentication;
using EdgeInfra.Model;

namespace Unit.Model;

public sealed class Compiling
{
    private static readonly Conditions.Request Request = new("/api/x", "GET", "192.0.2.7", []);

    [Fact]
    public void Takes_the_first_backend_without_a_condition_as_default() =>
        Assert.Equal(["b"], Chosen(
            Samples.Version(Conditioned("a", "no"), Samples.Backend("b"), Samples.Backend("c")), ("no", "false", 1)));

    [Fact]
    public void Shares_the_default_among_the_balanced_backends()
    {
        var version = Samples.Version(
            Samples.Backend("a"),
            Samples.Backend("b") with { AutoLoadbalance = true, Weight = 1 },
            Conditioned("c", "no") with { AutoLoadbalance = true },
            Samples.Backend("d") with { AutoLoadbalance = true, Weight = 3 });
        var config = Compiler.Compile(version with { Conditions = [Samples.Condition("no", "false")] });
        Assert.Equal([("b", 1), ("d", 3)], config.Choice.Default.Select(share => (share.Origin.Name, share.Weight)));
    }

    [Theory]
    [InlineData(1, 2, "b")]
    [InlineData(2, 1, "a")]
    [InlineData(5, 5, "b")]
    public void Lets_the_last_satisfied_condition_win(int priorityOfA, int priorityOfB, string chosen)
    {
        var version = Samples.Version(
            Samples.Backend("default"), Conditioned("a", "is-a"), Conditioned("b", "is-b"), Conditioned("c", "is-c"));
        Assert.Equal(
            [chosen], Chosen(version, ("is-a", "true", priorityOfA), ("is-b", "true", priorityOfB), ("is-c", "false", 9)));
    }

    [Fact]
    public void Falls_back_on_the_first_backend_where_every_one_has_a_condition() =>
        Assert.Equal(["a"], Chosen(Samples.Version(Conditioned("a", "no"), Conditioned("b", "no")), ("no", "false", 1)));

    [Fact]
    public void Leaves_nothing_to_be_defaulted()
    {
        var origin = Compiler.Compile(Samples.Version(Samples.Backend() with { Port = 443 })).Origins[0];
        Assert.Equal(TimeSpan.FromSeconds(15), origin.FirstByteTimeout);
        Assert.Equal(Timeout.InfiniteTimeSpan, origin.FetchTimeout);
        Assert.Equal(new OriginTls("origin.example.com", "origin.example.com", true, "", SslProtocols.Tls12 | SslProtocols.Tls13, null, []), origin.Identity.Tls);
        Assert.Equal(TimeSpan.FromSeconds(60), origin.Identity.KeepIdle);
        Assert.Equal(int.MaxValue, origin.Identity.MaxUses);
        Assert.Equal(new TcpKeepalive(TimeSpan.FromSeconds(300), TimeSpan.FromSeconds(10), 3), origin.Identity.TcpKeepalive);
        Assert.Null(origin.Probe);
        Assert.Equal("https://origin.example.com:443", origin.Identity.ToString());
    }

    [Fact]
    public void Carries_over_what_was_set()
    {
        var version = Samples.Version(Samples.Backend() with
        {
            Address = "2001:db8::1", UseSsl = true, SslCertHostname = "c.example", SslCheckCert = false, MinTlsVersion = "1.2",
            OverrideHost = "h.example", FetchTimeout = 1, MaxUse = 2, MaxLifetime = 3, KeepaliveTime = 0,
            TcpKeepaliveEnable = false, Healthcheck = "alive",
        }) with { Healthchecks = [Samples.Healthcheck() with { Headers = ["B:2", "A: 1"] }] };
        var origin = Compiler.Compile(version).Origins[0];
        Assert.Equal(new OriginTls("", "c.example", false, "", SslProtocols.Tls12 | SslProtocols.Tls13, null, []), origin.Identity.Tls);
        Assert.Equal("h.example", origin.OverrideHost);
        Assert.Equal(TimeSpan.FromMilliseconds(1), origin.FetchTimeout);
        Assert.Equal((2, TimeSpan.FromMilliseconds(3), TimeSpan.Zero), (origin.Identity.MaxUses, origin.Identity.MaxLifetime, origin.Identity.KeepIdle));
        Assert.Null(origin.Identity.TcpKeepalive);
        Assert.Equal<ValueList<string>>(["A: 1", "B: 2"], origin.Probe!.Headers);
        Assert.Equal("https://[2001:db8::1]:80", origin.Identity.ToString());
    }

    [Theory]
    [InlineData(null, "1.2", SslProtocols.Tls12)]
    [InlineData("1.2", null, SslProtocols.Tls12 | SslProtocols.Tls13)]
    [InlineData("1.3", "1.3", SslProtocols.Tls13)]
    public void Turns_tls_versions_into_a_range(string? min, string? max, SslProtocols expected)
    {
        var backend = Samples.Backend() with { UseSsl = true, MinTlsVersion = min, MaxTlsVersion = max };
        Assert.Equal(expected, Compiler.Compile(Samples.Version(backend)).Origins[0].Identity.Tls!.Protocols);
    }

    [Fact]
    public void Yields_equal_configs_for_equal_versions()
    {
        ServiceVersion Version(string statement) => Samples.Version(Samples.Backend(), Conditioned("api", "is-api")) with
        {
            Conditions = [Samples.Condition("is-api", statement)],
        };
        var config = new EdgeConfig([Compiler.Compile(Version("true"))]);
        Assert.Equal(config, new EdgeConfig([Compiler.Compile(Version("true"))]));
        Assert.NotEqual(config, new EdgeConfig([Compiler.Compile(Version("false"))]));
        Assert.NotEqual(config, EdgeConfig.Empty);
    }

    [Fact]
    public void Keeps_the_identity_of_an_origin_when_only_its_use_changes()
    {
        var before = Identity(Samples.Backend());
        Assert.Equal(
            before, Identity(Samples.Backend("renamed") with { FirstByteTimeout = 1, Weight = 2, OverrideHost = "x.example" }));
        Assert.NotEqual(before, Identity(Samples.Backend() with { Port = 81 }));
        Assert.NotEqual(before, Identity(Samples.Backend() with { UseSsl = true }));
    }

    [Fact]
    public void Writes_domains_in_lower_case() =>
        Assert.Equal<ValueList<string>>(["www.example.com"], Compiler.Compile(Samples.Version(Samples.Backend()) with { Domains = ["WWW.Example.com."] }).Domains);

    private static OriginIdentity Identity(Backend backend) => Compiler.Compile(Samples.Version(backend)).Origins[0].Identity;

    private static Backend Conditioned(string name, string condition) =>
        Samples.Backend(name) with { RequestCondition = condition };

    private static IEnumerable<string> Chosen(ServiceVersion version, params (string Name, string Statement, int Priority)[] conditions) =>
        Compiler.Compile(
            version with { Conditions = [.. conditions.Select(c => Samples.Condition(c.Name, c.Statement, c.Priority))] })
            .Choice.For(Request).Select(share => share.Origin.Name);
}
