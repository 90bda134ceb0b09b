using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider.Import;

public sealed class Programs_from_vcl
{
    private const string Vcl =
        """
        probe ping { .request = "HEAD /p HTTP/1.1" "Host: a.example.com"; .interval = 10s; .initial = 5; }
        backend F_shop_api { .host = "shop.example.com"; .port = "443"; .ssl = true; .min_tls_version = "1.2"; .probe = ping; }
        backend default { .host = "192.0.2.1"; .ssl_check_cert = never; .probe = { .dummy = true; } }
        """;

    [Fact]
    public async Task Declare_only_what_is_not_so_by_itself_in_CSharp()
    {
        var program = await Imported("csharp", part: false);

        Assert.Equal("""
            using EdgeInfra;
            using Pulumi;

            // The backends and probes of shop.vcl.
            return await Deployment.RunAsync(() =>
            {
                var config = new Config();
                var ping = new Healthcheck("ping", new()
                {
                    Host = "a.example.com",
                    Path = "/p",
                    CheckInterval = 10000,
                    Initial = 5,
                });
                var shopApi = new Backend("shopApi", new()
                {
                    Name = "shop_api",
                    Address = "shop.example.com",
                    Port = 443,
                    Healthcheck = ping.Definition,
                    MinTlsVersion = TlsVersion.Tls12,
                });
                var backendDefault = new Backend("backendDefault", new()
                {
                    Name = "default",
                    Address = "192.0.2.1",
                    SslCheckCert = false,
                });
                var shop = new Service("shop", new()
                {
                    Name = "shop",
                });
                var live = new ServiceVersion("live", new ServiceVersionArgs
                {
                    ServiceId = shop.Id,
                    Domains = { config.Require("domain") },
                }.With(shopApi, backendDefault));

                return new Dictionary<string, object?> { ["version"] = live.Number };
            });

            """.ReplaceLineEndings("\n"), File(program, "Program.cs"));
        Assert.Contains("  domain: { type: string, default: localhost }\n", File(program, "Pulumi.yaml"), StringComparison.Ordinal);
        Assert.Contains("Sdk.csproj\" />", File(program, "shop.csproj"), StringComparison.Ordinal);
        Assert.StartsWith("EDGE138 ", Assert.Single(Texts(program["warnings"])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declare_the_same_in_YAML()
    {
        var program = await Imported("yaml", part: false);

        Assert.Contains("""
            # The backends and probes of shop.vcl.
            resources:
              ping:
                type: edgeinfra:Healthcheck
                properties:
                  host: a.example.com
                  path: /p
                  checkInterval: 10000
                  initial: 5
              shopApi:
                type: edgeinfra:Backend
                properties:
                  name: shop_api
                  address: shop.example.com
                  port: 443
                  healthcheck: ${ping.definition}
                  minTlsVersion: "1.2"
            """.ReplaceLineEndings("\n"), File(program, "Pulumi.yaml"), StringComparison.Ordinal);
        Assert.Contains("      backends:\n        - ${shopApi.definition}\n        - ${backendDefault.definition}\n", File(program, "Pulumi.yaml"), StringComparison.Ordinal);
        Assert.Single(((V.Map)program["files"]).Items);
    }

    [Fact]
    public async Task Are_a_class_or_a_fragment_for_a_program_that_is_there()
    {
        var csharp = await Imported("csharp", part: true);
        Assert.Contains("        return [ping, shopApi, backendDefault];\n", File(csharp, "ImportedShop.cs"), StringComparison.Ordinal);
        Assert.Contains("}, options);\n", File(csharp, "ImportedShop.cs"), StringComparison.Ordinal);
        Assert.Empty(Texts(csharp["warnings"]));

        var yaml = await Imported("yaml", part: true);
        Assert.Empty(((V.Map)yaml["files"]).Items);
        Assert.Contains("\n  shopApi:\n", ((V.Text)yaml["fragment"]).Value, StringComparison.Ordinal);
        Assert.Contains("backends: [\"${shopApi.definition}\", \"${backendDefault.definition}\"]", Texts(yaml["next"])[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backend a { .foo = 1; }\nbackend b { .host = 3; }", 4, "EDGE130 line 1, column 9: a needs a .host")]
    [InlineData("sub vcl_recv { }", 1, "EDGE132 no backend is declared in it")]
    [InlineData("", 1, "EDGE132 no backend is declared in it")]
    public async Task Are_refused_with_all_that_is_wrong(string vcl, int count, string first)
    {
        var answer = await Call(("kind", "vcl"), ("text", vcl), ("name", "shop.vcl"));

        Assert.Equal(count, answer.Failures.Count);
        Assert.StartsWith(first, answer.Failures[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_refused_with_every_wrong_argument()
    {
        var answer = await Call(("kind", "vlc"), ("language", 3), ("file", "x"));

        Assert.Equal(["file", "kind", "language"], answer.Failures.Select(failure => failure.Property).Order(StringComparer.Ordinal));
        Assert.Contains(answer.Failures, failure => failure.Reason.EndsWith("Did you mean \"vcl\"?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tell_what_they_leave_out_and_where()
    {
        var answer = await Call(("kind", "vcl"), ("name", "a.vcl"), ("text",
            "backend a { .host = \"192.0.2.1\";\n.bypass_local_route_table = true; }"));

        var warnings = Texts(ValueCodec.FromStruct(answer.Return)["warnings"]);
        Assert.StartsWith("EDGE131 line 2, column 2: .bypass_local_route_table has no field", warnings[0], StringComparison.Ordinal);
    }

    private static async Task<PropertyMap> Imported(string language, bool part)
    {
        var answer = await Call(("kind", "vcl"), ("text", Vcl), ("name", "shop.vcl"), ("language", language), ("part", part));
        Assert.Empty(answer.Failures);
        return ValueCodec.FromStruct(answer.Return);
    }

    private static async Task<InvokeResponse> Call(params (string, V)[] args)
    {
        await using var provider = await ProviderUnderTest.Start();
        return await provider.Call(ProviderMethods.Invoke, new InvokeRequest { Tok = "edgeinfra:index:importProgram", Args = ProviderUnderTest.Inputs(args) });
    }

    private static string File(PropertyMap program, string name) => ((V.Text)((V.Map)program["files"]).Items[name]).Value;

    private static string[] Texts(V list) => [.. ((V.List)list).Items.Select(item => ((V.Text)item).Value)];
}
