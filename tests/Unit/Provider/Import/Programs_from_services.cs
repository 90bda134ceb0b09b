using EdgeInfra.Model;
using EdgeInfra.Plugin.Import;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using Unit.Model;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider.Import;

public sealed class Programs_from_services
{
    [Fact]
    public async Task Take_over_what_is_live()
    {
        await using var control = await FakeControl.Start();
        await using var provider = await ProviderUnderTest.Start(control);
        var service = await Service(provider);
        var inputs = await provider.Checked("ServiceVersion", "live", PropertyMap.Of(
            ("serviceId", service), ("domains", new V.List("www.example.com")), ("comment", "as it was"),
            ("backends", new V.List(PropertyMap.Of(("name", "api"), ("address", "192.0.2.1"), ("port", 443))))));
        await provider.Create("ServiceVersion", "live", inputs);

        var text = await Program(provider, service);

        Assert.Contains($"}}, new() {{ ImportId = \"{service}\" }});", text, StringComparison.Ordinal);
        Assert.Contains($"}}.With(api), new() {{ ImportId = \"{service}\" }});", text, StringComparison.Ordinal);
        Assert.Contains("    var api = new Backend(\"api\", new()\n    {\n        Address = \"192.0.2.1\",\n        Port = 443,\n    });", text, StringComparison.Ordinal);
        Assert.Contains("        Domains = { \"www.example.com\" },\n        Comment = \"as it was\",\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declare_the_service_alone_when_it_has_nothing_to_take_over()
    {
        await using var control = await FakeControl.Start();
        await using var provider = await ProviderUnderTest.Start(control);
        var service = await Service(provider);

        var answer = await Call(provider, service);

        Assert.StartsWith("EDGE136 ", ((V.Text)((V.List)answer["warnings"]).Items.Single()).Value, StringComparison.Ordinal);
        Assert.DoesNotContain("ServiceVersion", Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void Are_a_class_that_returns_what_it_declares_last()
    {
        var (alone, _) = VersionPlan.Whole("It.", new ServiceVersion(), new Service { Name = "s" }, "svc", live: false);
        var (whole, _) = VersionPlan.Whole("It.", Samples.Version(Samples.Backend()), new Service { Name = "s" }, "svc", live: true);

        Assert.Contains("public static Service Declare(", CSharpProgram.Part(alone, "A"), StringComparison.Ordinal);
        Assert.Contains("public static ServiceVersion Declare(", CSharpProgram.Part(whole, "A"), StringComparison.Ordinal);
        Assert.Contains("}, CustomResourceOptions.Merge(options, new() { ImportId = \"svc\" }));", CSharpProgram.Part(whole, "A"), StringComparison.Ordinal);
        Assert.EndsWith("return live;\n    }\n}\n", CSharpProgram.Part(whole, "A"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_refused_for_a_service_that_is_not_there()
    {
        await using var control = await FakeControl.Start();
        await using var provider = await ProviderUnderTest.Start(control);

        var answer = await Invoke(provider, "nobody");

        Assert.StartsWith("EDGE137 there is no service nobody at ", Assert.Single(answer.Failures).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_the_configuration_for_secrets_and_never_hold_them()
    {
        var version = Samples.Version(Samples.Backend("shop") with { SslClientKey = "the-key" });

        var (plan, problems) = VersionPlan.Whole("It.", version, new Service { Name = "s" }, "svc", live: true);

        Assert.Equal(new PlannedSetting("shopSslClientKey", Secret: true), Assert.Single(plan.Settings));
        Assert.Contains(problems, problem => problem.Code == "EDGE134" && problem.Path == "backends[\"shop\"].sslClientKey");
        foreach (var text in new[] { CSharpProgram.Whole(plan), CSharpProgram.Part(plan, "Part"), YamlProgram.Resources(plan), YamlProgram.Config(plan) })
        {
            Assert.DoesNotContain("the-key", text, StringComparison.Ordinal);
            Assert.Contains("shopSslClientKey", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData(null)]
    public void Pass_credentials_on_and_ask_for_keys_that_the_API_does_not_tell_too(string? key)
    {
        var version = Samples.Version(Samples.Backend("shop") with { SslClientCert = "-----BEGIN CERTIFICATE-----", SslClientKey = key }, Samples.Backend("plain"));

        var (plan, _) = VersionPlan.Whole("It.", version, new Service { Name = "s" }, "svc", live: true);

        Assert.Equal(new PlannedSetting("shopSslClientKey", Secret: true), Assert.Single(plan.Settings));
        Assert.Contains("      credentials:\n        - ${shop.credentials}\n", YamlProgram.Resources(plan), StringComparison.Ordinal);
        Assert.DoesNotContain("${plain.credentials}", YamlProgram.Resources(plan), StringComparison.Ordinal);
        Assert.Contains("SslClientKey = config.RequireSecret(\"shopSslClientKey\")", CSharpProgram.Whole(plan), StringComparison.Ordinal);
        Assert.Contains("}.With(", CSharpProgram.Whole(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void List_what_nothing_else_brings_along()
    {
        var version = Samples.Version(Samples.Backend("shop") with { Healthcheck = "used", RequestCondition = "gone" }) with
        {
            Healthchecks = [Samples.Healthcheck("used"), Samples.Healthcheck("spare")],
            Conditions = [Samples.Condition("of-header"), Samples.Condition("idle")],
            Headers = [new Header { Name = "h", Action = "set", Type = "request", Dst = "http.X", Src = "\"1\"", RequestCondition = "of-header" }],
            Settings = new Settings { DefaultTtl = 7 },
        };

        var (plan, _) = VersionPlan.Whole("It.", version, new Service { Name = "s" }, "svc", live: true);

        Assert.Equal(["idle", "spare", "shop"], plan.Resources.Single(resource => resource.Type == "ServiceVersion").Members.Select(member => member.Variable));
        var csharp = CSharpProgram.Whole(plan);
        Assert.Contains("""
                    Headers =
                    {
                        new HeaderArgs
                        {
                            Name = "h",
            """.ReplaceLineEndings("\n"), csharp, StringComparison.Ordinal);
        Assert.Contains("                RequestCondition = ofHeader.Definition,\n", csharp, StringComparison.Ordinal);
        Assert.Contains("        RequestCondition = \"gone\",\n", csharp, StringComparison.Ordinal);
        Assert.Contains("      headers:\n        -\n          name: h\n", YamlProgram.Resources(plan), StringComparison.Ordinal);
        Assert.Contains("      settings:\n        ", YamlProgram.Resources(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void Say_every_field_that_is_not_at_its_default()
    {
        foreach (var table in FieldTables.OfVersions)
        {
            var values = table.ToDictionary(field => field.Name, field => (object?)Samples.Unusual(field));
            var record = (INamed)table.Normalise(table.ReadValues(values).Record);
            var stated = RecordPlan.Of(table, record, "", (_, _, _) => null).Select(property => property.Name).ToList();

            Assert.Equal(table.Select(field => field.Name).Except(stated).Where(name => name != "useSsl"), []);
        }
    }

    private static async Task<string> Service(ProviderUnderTest provider) =>
        (await provider.Create("Service", "www", await provider.Checked("Service", "www", PropertyMap.Of(("name", "www"))))).Id;

    private static async Task<string> Program(ProviderUnderTest provider, string service) => Text(await Call(provider, service));

    private static string Text(PropertyMap answer) => ((V.Text)((V.Map)answer["files"]).Items["Program.cs"]).Value;

    private static async Task<PropertyMap> Call(ProviderUnderTest provider, string service)
    {
        var answer = await Invoke(provider, service);
        Assert.Empty(answer.Failures);
        return ValueCodec.FromStruct(answer.Return);
    }

    private static Task<InvokeResponse> Invoke(ProviderUnderTest provider, string service) => provider.Call(
        ProviderMethods.Invoke, new InvokeRequest { Tok = "edgeinfra:index:importProgram", Args = ProviderUnderTest.Inputs(("kind", "service"), ("id", service)) });
}
