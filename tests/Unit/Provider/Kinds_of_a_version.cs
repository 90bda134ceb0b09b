using EdgeInfra.Model;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider;

/// <summary>The kinds that are no resources of their own: a manifest lists them in place. Here Fastly obeys them.</summary>
public sealed class Kinds_of_a_version() : OverAService("fastly")
{
    [Fact]
    public async Task Are_settled_once_and_for_all()
    {
        var once = await Checked(OneOfEach());

        Assert.Equal(once, await Checked(once));
        Assert.Equal(new V.Number(100), Item(once, "headers")["priority"]);
        Assert.Equal(new V.Text(""), Item(once, "gzips")["contentTypes"]); // left out it would be the default
        Assert.Equal(new V.Number(43_200), ((V.Map)once["settings"]).Items["staleIfErrorTtl"]);
        Assert.Equal(["is-old", "is-html"], ((V.List)once["conditions"]).Items.Select(item => ((V.Text)((V.Map)item).Items["name"]).Value));
        Assert.False((await Checked(Given.Manifest(Id, Given.Backend("a")))).ContainsKey("headers"));
    }

    [Fact]
    public async Task Are_created_in_the_order_of_who_refers_to_whom_and_read_back_as_they_were_declared()
    {
        var inputs = await Checked(OneOfEach());
        var (_, outputs) = await Provider.Create("ServiceVersion", "live", inputs);

        Assert.Equal(
        [
            "POST domain", "POST condition", "POST condition", "POST backend", "POST backend", "POST director", "POST director/both/backend/a",
            "POST director/both/backend/b", "POST dictionary", "POST acl", "POST header", "POST cache_settings", "POST request_settings",
            "POST response_object", "POST gzip", "POST snippet", "POST vcl", "POST vcl", "PUT settings", "PUT activate",
        ], Control.TakeWrites().Select(Short));
        var (_, again, state) = await Provider.Read("ServiceVersion", "live", Id, inputs, outputs);
        Assert.Equal(inputs, again);
        Assert.Equal(outputs, state);
        Assert.Equal(new V.Text(Fingerprint.Of(Control.Active(Id)!)), outputs["fingerprint"]);

        Assert.Equal(outputs, await Provider.Update("ServiceVersion", "live", Id, outputs, inputs, inputs));
        Assert.Empty(Control.Writes);
    }

    [Fact]
    public async Task Change_and_go_in_one_version_members_and_main_file_with_calls_of_their_own()
    {
        var olds = await Checked(OneOfEach());
        var (_, outputs) = await Provider.Create("ServiceVersion", "live", olds);
        Control.TakeWrites();
        var news = await Checked(OneOfEach()
            .With("backends", Given.List(Given.Backend("b"), Given.Backend("c")))
            .With("directors", Given.List(Given.Map(("name", "both"), ("type", 3), ("backends", Given.List("c", "b")))))
            .With("vcls", Given.List(Vcl("main", false), Vcl("other", true)))
            .With("headers", Given.List())
            .With("settings", Given.Map(("defaultTtl", 7))));

        Assert.Equal(
        [
            "backends[0] Delete", "backends[1] Add", "directors[0].backends[0] Delete", "directors[0].backends[1] Add", "headers[0] Delete",
            "settings.defaultTtl Update", "vcls[0].main Update", "vcls[1].main Update",
        ], await Provider.Changes("ServiceVersion", "live", olds, news));
        await Provider.Update("ServiceVersion", "live", Id, outputs, olds, news);

        Assert.Equal(
        [
            "PUT clone", "POST backend", "POST director/both/backend/c", "DELETE director/both/backend/a", "PUT vcl/main", "PUT vcl/other/main",
            "DELETE header/no-cookie", "DELETE backend/a", "PUT settings", "PUT activate",
        ], Control.TakeWrites().Select(Short));
        var live = Control.Active(Id)!;
        Assert.Equal(["b", "c"], live.Directors[0].Backends.Order(StringComparer.Ordinal));
        Assert.Equal(["other"], live.Vcls.Where(file => file.Main).Select(file => file.Name));
        Assert.Equal(7, live.Settings.DefaultTtl);
    }

    [Fact]
    public async Task That_are_left_out_are_removed_and_settings_go_back_to_their_defaults()
    {
        await Provider.Create("ServiceVersion", "live", await Checked(OneOfEach()));
        var olds = await Checked(OneOfEach());
        var news = await Checked(Given.Manifest(Id, Given.Backend("a")));

        await Provider.Update("ServiceVersion", "live", Id, olds, olds, news);

        var live = Control.Active(Id)!;
        Assert.Equal(new Settings(), live.Settings);
        Assert.All(FieldTables.OfVersions.Where(table => !FieldTables.IsOfTheFirst(table.Kind)), table => Assert.Empty(live.Objects(table.Kind)));
    }

    [Fact]
    public async Task That_changed_elsewhere_are_told_by_a_refresh()
    {
        var inputs = await Checked(Given.Manifest(Id, Given.Backend("a")));
        var (_, outputs) = await Provider.Create("ServiceVersion", "live", inputs);
        Control.Drift(Id, version => version with
        {
            Settings = new() { DefaultTtl = 5 }, Snippets = [new() { Name = "s", Type = "recv", Content = "esi;" }],
        });

        var (_, found, _) = await Provider.Read("ServiceVersion", "live", Id, inputs, outputs);

        Assert.Equal(["settings Delete", "snippets[0] Delete"], await Provider.Changes("ServiceVersion", "live", found, inputs));
        Assert.Equal(found, await Checked(found));
    }

    [Fact]
    public async Task That_name_what_is_not_there_are_refused_at_preview()
    {
        var failures = await Failures(Given.Manifest(Id, Given.Backend("a"))
            .With("conditions", Given.List(Given.Condition("is-api", "client.ip ~ office"), Given.Condition("c", "table.lookup(routes, \"a\") == \"b\"")))
            .With("acls", Given.List(Given.Map(("name", "office"))))
            .With("headers", Given.List(
                Header(("requestCondition", "is-app")), Header(("name", "second"), ("responseCondition", "is-api")),
                Header(("name", "third"), ("action", "sett"), ("surplus", 1))))
            .With("settings", Given.Map(("defaultTtl", -1), ("ttl", 1)))
            .With("gzips", "yes"));

        Assert.Equal(
        [
            "gzips", "headers[0].requestCondition", "headers[1].responseCondition", "headers[2].action",
            "headers[2].surplus", "settings.defaultTtl", "settings.ttl",
        ], failures.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("Did you mean \"is-api\"?", failures["headers[0].requestCondition"], StringComparison.Ordinal);
        Assert.Contains("one of type RESPONSE", failures["headers[1].responseCondition"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_are_not_known_yet_may_be_what_others_name()
    {
        await Checked(Given.Manifest(Id, Given.Backend("a"))
            .With("conditions", Given.List(Given.Condition("c", "client.ip ~ office")))
            .With("acls", Given.Later)
            .With("headers", Given.List(Header(("src", Given.Later), ("requestCondition", Given.Later)), Given.Later))
            .With("directors", Given.List(Given.Map(("name", "d"), ("backends", Given.Later))))
            .With("settings", Given.Later));
    }

    private static PropertyMap OneOfEach() => Given.Manifest(Id, Given.Backend("a"), Given.Backend("b"))
        .With("conditions", Given.List(Given.Condition("is-old")))
        .With("directors", Given.List(Given.Map(("name", "both"), ("type", 3), ("backends", Given.List("b", "a")))))
        .With("dictionaries", Given.List(Given.Map(("name", "routes"))))
        .With("acls", Given.List(Given.Map(("name", "office"))))
        .With("headers", Given.List(Header(("requestCondition", "is-old"))))
        .With("cacheSettings", Given.List(Given.Map(("name", "html"), ("action", "pass"), ("ttl", 5), ("cacheCondition", Given.Map(
            ("name", "is-html"), ("type", "CACHE"), ("statement", "beresp.http.Content-Type ~ \"html\""))))))
        .With("requestSettings", Given.List(Given.Map(("name", "tls"), ("forceSsl", true), ("xff", "append"))))
        .With("responseObjects", Given.List(Given.Map(("name", "gone"), ("status", 410), ("requestCondition", "is-old"))))
        .With("gzips", Given.List(Given.Map(("name", "texts"), ("extensions", "css"), ("contentTypes", ""))))
        .With("snippets", Given.List(Given.Map(("name", "esi"), ("type", "fetch"), ("content", "esi;"))))
        .With("vcls", Given.List(Vcl("main", true), Vcl("other", false)))
        .With("settings", Given.Map(("defaultTtl", 60)));

    private static PropertyMap Header(params (string Name, V Value)[] more) =>
        Given.Map([("name", "no-cookie"), ("action", "delete"), ("type", "request"), ("dst", "http.Cookie"), .. more]);

    private static PropertyMap Vcl(string name, bool main) => Given.Map(("name", name), ("content", "sub x { }"), ("main", main));

    // "PUT vcl/other/main", and "POST header" without a name.
    private static string Short(string call) => call.Split(' ')[0] + " " + string.Join('/', call.Split('/')[5..]);

    private static PropertyMap Item(PropertyMap inputs, string list) => ((V.Map)((V.List)inputs[list]).Items[0]).Items;

    private Task<PropertyMap> Checked(PropertyMap news) => Provider.Checked("ServiceVersion", "live", news);

    private async Task<Dictionary<string, string>> Failures(PropertyMap news) =>
        (await Provider.Check("ServiceVersion", "live", news)).Failures.ToDictionary(
            failure => failure.Property, failure => failure.Reason);
}
