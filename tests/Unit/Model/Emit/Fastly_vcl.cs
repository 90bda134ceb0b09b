using EdgeInfra.Model;

namespace Unit.Model.Emit;

public sealed class Fastly_vcl
{
    [Fact]
    public void Has_backends_their_probes_and_their_choice() => Golden.Is("fastly", FastlyVcl.Of(Shop));

    [Fact]
    public void Shares_the_default_by_a_director() => Golden.Is("fastly-balanced", FastlyVcl.Of(Samples.Version(
        Samples.Backend("stable") with { AutoLoadbalance = true, Weight = 80 },
        Samples.Backend("canary") with { AutoLoadbalance = true, Weight = 20 })));

    [Fact]
    public void Tells_drafts_what_they_lack()
    {
        var vcl = FastlyVcl.Of(Samples.Version(Samples.Backend() with { RequestCondition = "gone", Healthcheck = "gone" }));

        Assert.Contains("# Not assigned: origin, whose condition gone does not exist", vcl, StringComparison.Ordinal);
        Assert.Contains("sub vcl_recv {", FastlyVcl.Of(new ServiceVersion()), StringComparison.Ordinal);
    }

    [Fact]
    public void Never_holds_a_private_key_or_a_name_that_breaks_out_of_its_comment()
    {
        var version = Samples.Version(Samples.Backend() with { SslClientKey = "PRIVATE", SslCaCert = "CERT", RequestCondition = "a\n}" });

        var vcl = FastlyVcl.Of(version with { Conditions = [Samples.Condition("a\n}")] });

        Assert.DoesNotContain("PRIVATE", vcl, StringComparison.Ordinal);
        Assert.Contains("# Known to the API only: ssl_ca_cert, ssl_client_key", vcl, StringComparison.Ordinal);
        Assert.Contains("# Request Condition: a } Prio: 100\n", vcl, StringComparison.Ordinal);
    }

    [Fact]
    public void Holds_tables_and_ACLs_but_nothing_that_can_only_be_written()
    {
        var version = Samples.Version(Samples.Backend()) with
        {
            Dictionaries = [new EdgeDictionary { Name = "routes" }, new EdgeDictionary { Name = "keys", WriteOnly = true }],
            Acls = [new Acl { Name = "my office" }],
        };
        var vcl = FastlyVcl.Of(version, new(
            [new("routes", [new() { ItemKey = "/a", ItemValue = "50%" }]), new("keys", [new() { ItemKey = "k", ItemValue = "hidden" }])],
            [new("my office", [new() { Ip = "192.0.2.0", Subnet = 24 }, new() { Ip = "2001:db8::1", Negated = true }])]));

        Assert.DoesNotContain("hidden", vcl, StringComparison.Ordinal);
        Assert.StartsWith("""
            table routes {
                "/a": {"50%"},
            }

            table keys {
                # Its items can only be written, never read back.
            }

            acl my_office {
                "192.0.2.0"/24;
                !"2001:db8::1";
            }

            # Backends

            """, vcl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("/a%20b", "{\"/a%20b\"}")]
    [InlineData("say \"hi\" now", "{\"say \"hi\" now\"}")]
    [InlineData("a\"}%", "\"a%u0022}%u0025\"")]
    public void Quotes_texts_so_that_they_come_out_as_they_went_in(string text, string quoted)
    {
        var vcl = FastlyVcl.Of(Samples.Version(Samples.Backend() with { ShareKey = text }));
        Assert.Contains($".share_key = {quoted};", vcl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "0.001s")]
    [InlineData(1_500, "1.5s")]
    [InlineData(60_000, "60s")]
    public void Writes_milliseconds_as_seconds(int milliseconds, string rtime)
    {
        var vcl = FastlyVcl.Of(Samples.Version(Samples.Backend() with { ConnectTimeout = milliseconds }));
        Assert.Contains($".connect_timeout = {rtime};", vcl, StringComparison.Ordinal);
    }

    [Fact]
    public void Goes_to_the_shield_once() => Assert.Contains(
        """
            if (req.backend == F_origin && var.fastly_req_do_shield) {
                set req.backend = fastly.try_select_shield(ssl_shield_iad_va_us, F_origin);
            }
        """, FastlyVcl.Of(Samples.Version(Samples.Backend() with { Shield = "iad-va-us", Port = 443 })), StringComparison.Ordinal);

    /// <summary>One of each: an origin with TLS and a probe, one by IP address, conditions of two priorities.</summary>
    private static ServiceVersion Shop => Samples.Version(
        Samples.Backend("Host 1") with { RequestCondition = "is-beta", Address = "192.0.2.1", KeepaliveTime = 5 },
        Samples.Backend("site") with { Port = 443, OverrideHost = "shop.example.com", SslSniHostname = "shop.example.com",
            SslCertHostname = "shop.example.com", MinTlsVersion = "1.2", Healthcheck = "alive" },
        Samples.Backend("api") with { RequestCondition = "is-api", ConnectTimeout = 1_500 }) with
    {
        Healthchecks = [Samples.Healthcheck() with { Path = "/health?from=%25", Headers = ["X-Key: \"q\""] }],
        Conditions = [Samples.Condition("is-beta", "req.http.X-Beta == \"1\"", 20), Samples.Condition("is-api", priority: 10)],
    };
}
