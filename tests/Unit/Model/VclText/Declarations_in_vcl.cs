using EdgeInfra.Model;

namespace Unit.Model.VclText;

public sealed class Declarations_in_vcl
{
    private const string Complete =
        """
        # Backends of the shop
        import std;
        backend F_shop { // every property there is
            .dynamic = true; .share_key = "svc";
            .host = "origin.example.com"; .port = "8443";
            .ssl = true; .ssl_cert_hostname = "cert.example.com"; .ssl_check_cert = never; .ssl_sni_hostname = {"sni.example.com"};
            .min_tls_version = "1.2"; .max_tls_version = "1.3";
            .between_bytes_timeout = 500ms; .connect_timeout = 1.5s; .first_byte_timeout = 1m;
            .max_connections = 20;
            .host_header = "shop.example.com"; .always_use_host_header = true;
            .bypass_local_route_table = false;
            .probe = {
                .request = "GET /a%20b HTTP/1.0" "host: shop.example.com" "X-B: 2" /* sorted later */ "A: 1" "Connection: close"
                    "User-Agent: Varnish/fastly (healthcheck)";
                .expected_response = 204; .interval = 60s; .timeout = 2s; .window = 5; .initial = 4; .threshold = 3;
            }
        }
        sub vcl_recv { if (req.url ~ "}") { set req.backend = F_shop; } }
        """;

    [Fact]
    public void Become_records_with_every_property()
    {
        var read = VclDeclarations.Read(Complete.Replace("%20", "b", StringComparison.Ordinal), "svc");

        Assert.Empty(read.Problems);
        Assert.Equal(
            new Backend
            {
                Name = "shop", Address = "origin.example.com", Port = 8443, UseSsl = true, SslCheckCert = false,
                SslCertHostname = "cert.example.com", SslSniHostname = "sni.example.com", MinTlsVersion = "1.2", MaxTlsVersion = "1.3",
                BetweenBytesTimeout = 500, ConnectTimeout = 1_500, FirstByteTimeout = 60_000, MaxConn = 20,
                OverrideHost = "shop.example.com", Healthcheck = "shop",
            },
            Assert.Single(read.Backends));
        Assert.Equal(
            new Healthcheck
            {
                Name = "shop", Method = "GET", Path = "/abb", HttpVersion = "1.0", Host = "shop.example.com", Headers = ["A: 1", "X-B: 2"],
                ExpectedResponse = 204, CheckInterval = 60_000, Timeout = 2_000, Window = 5, Initial = 4, Threshold = 3,
            },
            Assert.Single(read.Healthchecks));
    }

    [Fact]
    public void Decode_short_texts_so_that_a_blank_in_a_request_is_one_too_many() => Assert.Equal(
        "line 13, column 20: the first line of a request has the form \"HEAD /path HTTP/1.1\".",
        VclDeclarations.Read(Complete, "svc").Problems.Single().ToString());

    [Fact]
    public void Come_back_from_generated_vcl()
    {
        var check = Samples.Healthcheck("origin") with { Path = "/a%20b", CheckInterval = 1_500, Headers = ["X: \"q\""] };
        var backend = Samples.Backend() with
        {
            Port = 443, OverrideHost = "h.example.com", SslSniHostname = "s.example.com", ConnectTimeout = 1, Healthcheck = "origin",
        };
        var other = Samples.Backend("other");

        var read = VclDeclarations.Read(FastlyVcl.Of(Samples.Version(backend, other) with { Healthchecks = [check] }), "svc");

        Assert.Empty(read.Problems);
        Assert.Equal([backend.Normalise(), other.Normalise()], read.Backends);
        Assert.Equal([check.Normalise()], read.Healthchecks);
    }

    [Fact]
    public void Share_a_probe_by_its_name()
    {
        var read = VclDeclarations.Read(
            """
            backend a { .host = "192.0.2.1"; .probe = alive; }
            probe alive { .request = "HEAD / HTTP/1.1" "Host: h"; }
            backend alive { .host = "192.0.2.2"; .probe = { .request = "GET / HTTP/1.1" "Host: h"; } }
            """);

        Assert.Empty(read.Problems);
        Assert.Equal(["alive", "alive probe"], read.Backends.Select(backend => backend.Healthcheck));
        Assert.Equal(["HEAD", "GET"], read.Healthchecks.Select(check => check.Method));
    }

    [Theory]
    [InlineData(".connect_timout = 1s;", "line 2, column 2: .connect_timout is not a property here. Did you mean \"connect_timeout\"?")]
    [InlineData(".host = h;", "line 2, column 9: .host must be a text in quotes.")]
    [InlineData(".ssl = yes;", "line 2, column 8: .ssl must be true or false.")]
    [InlineData(".connect_timeout = 10;", "line 2, column 20: .connect_timeout must be a duration in whole milliseconds, such as 1.5s, 500ms or 1m.")]
    [InlineData(".connect_timeout = 99999d;", "line 2, column 20: .connect_timeout must be a duration in whole milliseconds, such as 1.5s, 500ms or 1m.")]
    [InlineData(".connect_timeout = 0.0001s;", "line 2, column 20: .connect_timeout must be a duration in whole milliseconds, such as 1.5s, 500ms or 1m.")]
    [InlineData(".max_connections = many;", "line 2, column 20: .max_connections must be a whole number.")]
    [InlineData(".port = \"http\";", "line 2, column 9: .port must be a port such as \"443\".")]
    [InlineData(".port = \"1\"; .port = \"2\";", "line 2, column 15: .port is set already.")]
    [InlineData(".port \"1\";", "line 2, column 7: a = should be here, and the value of .port.")]
    [InlineData(".port = \"1\"", "line 3, column 1: a ; should be here.")]
    [InlineData(".port = ;", "line 2, column 9: the value of .port is missing.")]
    [InlineData("port = \"1\";", "line 2, column 1: a property should be here: .name = value;")]
    [InlineData(".probe = gone;", "line 2, column 10: there is no probe gone.")]
    [InlineData(".probe = { .window = 5; }", "line 2, column 2: a probe needs a .request, unless it is a .dummy one.")]
    [InlineData(".probe = { .request = \"HEAD / HTTP/1.1\"; }", "line 2, column 23: the request needs a line \"Host: name\".")]
    [InlineData(".bypass_local_route_table = true;", "line 2, column 2: .bypass_local_route_table has no field in the API")]
    [InlineData(".dynamic = false;", "line 2, column 2: .dynamic = false has no field in the API")]
    [InlineData(".host_header = \"h\";", "line 2, column 2: .host_header has no effect without .always_use_host_header")]
    [InlineData(".always_use_host_header = true;", "line 2, column 2: .always_use_host_header has no effect without .host_header")]
    [InlineData(".port = \"1;", "line 2, column 9: this text has no closing \"")]
    [InlineData("/* .port = \"1\";", "line 2, column 1: this comment has no closing */.")]
    public void Say_where_they_are_wrong(string property, string said)
    {
        var host = property.StartsWith(".host =", StringComparison.Ordinal) ? "" : ".host = \"192.0.2.1\";";

        var read = VclDeclarations.Read($"backend b {{ {host}\n{property}\n}}");

        Assert.Contains(read.Problems, problem => problem.ToString().StartsWith(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("backend 1b { }", "line 1, column 9: a name of letters, digits and _ should be here.")]
    [InlineData("backend b ;", "line 1, column 11: a { should be here, and the properties of b.")]
    [InlineData("backend b { .host = \"192.0.2.1\";", "line 1, column 11: this { is never closed.")]
    [InlineData("backend b { }", "line 1, column 9: b needs a .host to connect to.")]
    [InlineData("backend b { .host = \"192.0.2.1\"; } backend F_b { .host = \"192.0.2.2\"; }", "line 1, column 44: F_b is declared already.")]
    [InlineData("sub x { \"", "line 1, column 9: this text has no closing")]
    public void Say_what_is_wrong_around_them(string text, string said) =>
        Assert.StartsWith(said, VclDeclarations.Read(text).Problems.Single().ToString(), StringComparison.Ordinal);

    [Fact]
    public void Tell_all_that_is_wrong_at_once() => Assert.Equal(
        [2, 3, 5],
        VclDeclarations.Read("backend b { .host = \"192.0.2.1\";\n.ssl = 1;\n.x = 2; }\nbackend c {\nport = 3; .host = \"192.0.2.1\"; }")
            .Problems.Select(problem => problem.Line));

    [Fact]
    public void Never_break_whatever_the_text()
    {
        var random = new Random(11);
        string[] bits = ["backend", " ", "a", "{", "}", ".", "probe", "=", "\"", "{\"", "\"}", ";", "host", "1s", "/*", "#", "\n", "request", "é", "99999999999y", "%"];
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => bits[random.Next(bits.Length)]));
            Assert.All(VclDeclarations.Read(text).Problems, problem => Assert.InRange(problem.Line, 1, 40));
        }
    }
}
