using EdgeInfra.Model;
using EdgeInfra.Plugin.Import;
using EdgeInfra.Plugin.Records;
using EdgeInfra.Protocol;
using Unit.Model;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider;

/// <summary>A backend's policy is an object with objects, lists of objects and secrets within: each field of it counts by itself.</summary>
public sealed class Nested_fields : OverAService
{
    private const string Key = "sesame-sesame-sesame", Word = "abracadabra";

    [Fact]
    public async Task Are_sent_read_back_and_found_unchanged()
    {
        Control.TakesExtensions = true;
        var backend = await Declared(Backend());
        var inputs = await Checked(Manifest(backend));
        var (_, planned) = await Provider.Create("ServiceVersion", "live", inputs, preview: true);
        var (_, made) = await Provider.Create("ServiceVersion", "live", inputs);
        var (_, read, state) = await Provider.Read("ServiceVersion", "live", Id, inputs, made);

        var live = Assert.Single(Control.Active(Id)!.Backends).Policy!;
        Assert.Equal((Key, Word, "/404.html"), (live.Signing!.SecretKey, live.EdgeAuth!.Secret, live.ErrorPages[0].Path));
        Assert.Equal<ValueList<string>>([], live.Missing);
        Assert.Equal(planned, made);
        Assert.Equal((inputs, made), (read, state));
        Assert.Equal(inputs, await Checked(inputs));
        Assert.Empty(await Provider.Changes("ServiceVersion", "live", read, await Checked(Manifest(await Declared(Backend()))), state));
    }

    [Fact]
    public async Task That_are_secret_leave_the_definition_as_digests_and_travel_by_their_path()
    {
        var made = await Declared(Backend());

        Assert.False(made["definition"].HasSecret());
        Assert.DoesNotContain(Key, made["definition"].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("digest:", Text(made, "definition", "policy", "signing", "secretKey"), StringComparison.Ordinal);
        Assert.Equal(
            Given.Map(("policy.edgeAuth.secret", new V.Secret(Word)), ("policy.signing.secretKey", new V.Secret(Key))),
            ((V.Map)((V.Secret)made["credentials"]).Inner).Items);
        Assert.Equal(new V.Secret(Key), At(made, "policy", "signing", "secretKey"));
    }

    [Fact]
    public async Task That_are_secret_show_nowhere_in_plain_text()
    {
        Control.TakesExtensions = true;
        var backend = await Declared(Backend());
        var inputs = await Checked(Manifest(backend));
        var (_, made) = await Provider.Create("ServiceVersion", "live", inputs);
        var (_, read, state) = await Provider.Read("ServiceVersion", "live", Id, inputs, made);

        Assert.False(((V)made).HasSecret());
        Assert.All(new V[] { backend, inputs, made, read, state }, map => Assert.DoesNotContain(Key, map.ToString(), StringComparison.Ordinal));
        Assert.All(new V[] { backend, inputs, made, read, state }, map => Assert.DoesNotContain(Word, map.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task That_are_secret_are_missed_by_their_path()
    {
        var backend = await Declared(Backend());
        var failures = (await Provider.Check("ServiceVersion", "live", Manifest(backend).Without("credentials"))).Failures;

        Assert.Equal(
            ["backends[0].policy.edgeAuth.secret", "backends[0].policy.signing.secretKey"],
            failures.Select(failure => failure.Property).Order(StringComparer.Ordinal));
        Assert.Contains(failures, failure => failure.Reason.StartsWith("backends[\"site\"].policy.signing.secretKey is the digest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Change_one_by_one()
    {
        Control.TakesExtensions = true;
        var olds = await Checked(Manifest(await Declared(Backend())));
        var (_, made) = await Provider.Create("ServiceVersion", "live", olds);
        foreach (var (changed, path) in new (PropertyMap Policy, string Path)[]
        {
            (Policy(region: "auto"), "signing.region Update"),
            (Policy(key: Key + "x"), "signing.secretKey Update"),
            (Policy(pages: [Page("/404.html"), Page("/x.html")]), "errorPages[1] Add"),
            (Policy(pages: [Page("/x.html")]), "errorPages[0].path Update"),
            (Policy(pages: []), "errorPages[0] Delete"),
        })
        {
            var news = await Checked(Manifest(await Declared(Backend(changed))));
            Assert.Equal([$"backends[0].policy.{path}"], await Provider.Changes("ServiceVersion", "live", olds, news, made));
        }

        var last = await Checked(Manifest(await Declared(Backend(Policy(region: "auto")))));
        Control.TakeWrites();
        await Provider.Update("ServiceVersion", "live", Id, made, olds, last);
        Assert.Equal("auto", Assert.Single(Control.Active(Id)!.Backends).Policy!.Signing!.Region);
        Assert.Equal(Key, Control.Active(Id)!.Backends[0].Policy!.Signing!.SecretKey);
    }

    [Fact]
    public async Task Show_drift_where_it_is()
    {
        Control.TakesExtensions = true;
        var inputs = await Checked(Manifest(await Declared(Backend())));
        var (_, made) = await Provider.Create("ServiceVersion", "live", inputs);
        Control.Drift(Id, version => version with
        {
            Backends = [version.Backends[0] with { Policy = version.Backends[0].Policy! with { PathPrefix = "/other" } }],
        });

        var (_, read, state) = await Provider.Read("ServiceVersion", "live", Id, inputs, made);

        Assert.Equal(["backends[0].policy.pathPrefix Update"], await Provider.Changes("ServiceVersion", "live", read, inputs, state));
    }

    [Fact]
    public async Task Are_unknown_one_by_one()
    {
        var later = Policy().With("pathPrefix", Given.Later).With("signing", Signing(Key).With("region", new V.Secret(Given.Later)))
            .With("errorPages", Given.List(Given.Later, Page("/x.html").With("statuses", Given.List("404", Given.Later))));
        var inputs = await Provider.Checked("Backend", "site", Backend(later));
        var (_, planned) = await Provider.Create("Backend", "site", inputs, preview: true);

        Assert.IsType<V.Unknown>(At(planned, "definition", "policy", "pathPrefix"));
        Assert.Equal(new V.Secret(Given.Later), At(planned, "definition", "policy", "signing", "region"));
        Assert.Equal("s3", Text(planned, "definition", "policy", "store"));
        var pages = (V.List)At(planned, "definition", "policy", "errorPages");
        Assert.IsType<V.Unknown>(pages.Items[0]);
        Assert.Equal((Given.Later, (V)"/x.html"), (((V.Map)pages.Items[1]).Items["statuses"], ((V.Map)pages.Items[1]).Items["path"]));
        await Checked(Manifest(planned));
    }

    [Fact]
    public async Task Are_told_as_wrong_at_their_place_and_without_their_secrets()
    {
        var wrong = Policy(pages: [Page("/404.html").With("statuses", Given.List("4x4")), Page("/x").With("stauts", 404)])
            .With("signing", Signing(Key).With("secretKey", Given.List(Key))).With("edgeAuth", new V.Secret(Given.Map(("form", Word))));
        var alone = (await Provider.Check("Backend", "site", Backend(wrong))).Failures;
        var listed = (await Provider.Check("ServiceVersion", "live", Given.Manifest(Id, Backend(wrong).With("name", "site")))).Failures;
        string[] paths =
        [
            "policy.edgeAuth.form", "policy.edgeAuth.secret", "policy.errorPages[0].statuses", "policy.errorPages[1].stauts", "policy.signing.secretKey",
        ];

        Assert.Equal(paths, alone.Select(failure => failure.Property).Order(StringComparer.Ordinal));
        Assert.Equal(paths.Select(path => $"backends[0].{path}"), listed.Select(failure => failure.Property).Order(StringComparer.Ordinal));
        Assert.All(alone.Concat(listed), failure => Assert.DoesNotContain(Word, failure.Reason, StringComparison.Ordinal));
        Assert.All(alone.Concat(listed), failure => Assert.DoesNotContain(Key, failure.Reason, StringComparison.Ordinal));
        Assert.Contains(alone, failure => failure.Reason.Contains("Did you mean \"status\"?", StringComparison.Ordinal));
    }

    [Fact]
    public void That_a_program_marks_secret_silence_what_is_said_of_the_record_around_them()
    {
        EdgeInfra.Plugin.Records.Declared Read(PropertyMap signing) => EdgeInfra.Plugin.Records.DeclarationReader.Read(
            EdgeInfra.Model.Backend.Fields, Backend(Policy().With("signing", signing)));
        string Said(PropertyMap signing) => DeclarationRules.Message(Read(signing), "policy.signing", "names hush-hush");

        Assert.Equal("names hush-hush", Said(Signing(Key)));
        Assert.DoesNotContain("hush", Said(Signing(Key).With("region", new V.Secret("hush-hush"))), StringComparison.Ordinal);
        Assert.DoesNotContain("hush", DeclarationRules.Message(
            Read(Signing(Key).With("region", new V.Secret("hush-hush"))), "policy.signing.region", "is hush-hush"), StringComparison.Ordinal);
    }

    [Fact]
    public void Are_written_into_programs_with_settings_in_the_place_of_secrets()
    {
        var version = Samples.Version(Samples.Backend("site") with { Policy = Samples.Policy() with { Missing = [], Store = "s3" } });
        var (plan, _) = VersionPlan.Whole("It.", version, new Service { Name = "s" }, "svc", live: true);
        var (csharp, yaml) = (CSharpProgram.Whole(plan), YamlProgram.Resources(plan));

        Assert.Equal(["sitePolicySigningSecretKey", "sitePolicyEdgeAuthSecret"], plan.Settings.Select(setting => setting.Name));
        Assert.DoesNotContain("sesame", csharp + yaml, StringComparison.Ordinal);
        Assert.Contains("""
                    Policy = new OriginPolicyArgs
                    {
                        Store = OriginPolicyStore.S3,
                        PathPrefix = "/file/b",
                        ErrorPages =
                        {
                            new ErrorPageArgs
                            {
                                Statuses = { "404", "500-503" },
                                Path = "/404.html",
                            },
            """.ReplaceLineEndings("\n"), csharp, StringComparison.Ordinal);
        Assert.Contains("            Missing = new string[0],\n", csharp, StringComparison.Ordinal);
        Assert.Contains("                SecretKey = config.RequireSecret(\"sitePolicySigningSecretKey\"),\n", csharp, StringComparison.Ordinal);
        Assert.Contains("        signing:\n          region: eu-central-1\n          accessKey: AKIA\n          secretKey: ${sitePolicySigningSecretKey}\n", yaml, StringComparison.Ordinal);
        Assert.Contains("        missing: []\n", yaml, StringComparison.Ordinal);
    }

    private static PropertyMap Policy(string region = "eu-central-1", string key = Key, V[]? pages = null) => Given.Map(
        ("store", "s3"), ("pathPrefix", "/file/b"), ("missing", Given.List()),
        ("errorPages", Given.List(pages ?? [Page("/404.html")])),
        ("signing", Signing(key).With("region", region)), ("edgeAuth", Given.Map(("form", "secret"), ("secret", Word))));

    private static PropertyMap Signing(string key) => Given.Map(("region", "eu-central-1"), ("accessKey", "AKIA"), ("secretKey", new V.Secret(key)));

    private static PropertyMap Page(string path) => Given.Map(("path", path));

    private static PropertyMap Backend(PropertyMap? policy = null) => Given.Backend("site", ("policy", policy ?? Policy()));

    private static PropertyMap Manifest(PropertyMap backend) =>
        Given.Manifest(Id, backend["definition"]).With("credentials", new V.List(backend["credentials"]));

    private static V At(PropertyMap map, params string[] path) =>
        path.Aggregate((V)map, (value, key) => ((V.Map)value).Items[key]);

    private static string Text(PropertyMap map, params string[] path) => ((V.Text)At(map, path)).Value;

    private async Task<PropertyMap> Declared(PropertyMap backend) =>
        (await Provider.Create("Backend", "site", await Provider.Checked("Backend", "site", backend))).Outputs;

    private Task<PropertyMap> Checked(PropertyMap news) => Provider.Checked("ServiceVersion", "live", news);
}
