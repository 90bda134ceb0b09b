using System.Text.Json.Nodes;
using EdgeInfra.Model;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Transport;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider;

/// <summary>Items, entries and contents of dynamic snippets: in the manifest, but in no version.</summary>
public sealed class Contents_of_a_version : OverAService
{
    [Fact]
    public async Task Of_new_owners_are_written_before_anything_is_live()
    {
        var (inputs, outputs) = await Live(Full());

        var writes = Control.TakeWrites();
        Assert.Equal(
            [$"PATCH /service/{Id}/dictionary/id1/items", $"PATCH /service/{Id}/acl/id2/entries", $"PUT /service/{Id}/snippet/id3"],
            writes.Where(call => !call.Contains("/version/", StringComparison.Ordinal)));
        Assert.EndsWith("/activate", writes[^1], StringComparison.Ordinal);
        Assert.Equal("to-a", (string)Items("routes").Single(item => (string)item["item_key"]! == "/a")["item_value"]!);
        Assert.Equal(["192.0.2.0", "192.0.2.1"], Of(ObjectKind.Acl, "office").Select(entry => (string)entry["ip"]!));
        Assert.Equal(["esi;"], Of(ObjectKind.Snippet, "s").Select(content => (string)content["content"]!));
        Assert.Null(Control.Active(Id)!.Snippets[0].Content);
        Assert.Equal(inputs["dictionaries"], outputs["dictionaries"]);
        Assert.Equal(inputs, await Checked(inputs));
        Assert.Equal(inputs, (await Provider.Read("ServiceVersion", "live", Id, inputs, outputs)).Inputs);
    }

    [Fact]
    public async Task That_change_alone_make_no_version_and_are_sent_as_one_difference()
    {
        var (olds, outputs) = await Live(Full());
        Control.TakeWrites();
        var news = await Checked(Full(
            items: Given.Map(("/a", "elsewhere"), ("c.d \"e\"", "new")),
            entries: [Entry("192.0.2.1", ("comment", "desk")), Entry("2001:db8::", ("subnet", 32))], content: "esi; "));

        Assert.Equal(
        [
            "acls[0].entries[0] Delete", "acls[0].entries[0].comment Add", "acls[0].entries[1] Add", "dictionaries[0].items.b Delete",
            "dictionaries[0].items[\"/a\"] Update", "dictionaries[0].items[\"c.d \\\"e\\\"\"] Add", "snippets[0].content Update",
        ], await Changes(olds, news));
        var second = await Provider.Update("ServiceVersion", "live", Id, outputs, olds, news);

        Assert.Equal(
            [$"PATCH /service/{Id}/dictionary/id1/items", $"PATCH /service/{Id}/acl/id2/entries", $"PUT /service/{Id}/snippet/id3"], Control.TakeWrites());
        Assert.Equal(outputs["number"], second["number"]);
        Assert.Equal(["/a=elsewhere", "c.d \"e\"=new"], Items("routes").Select(item => $"{item["item_key"]}={item["item_value"]}").Order(StringComparer.Ordinal));
        Assert.Equal(["192.0.2.1 desk", "2001:db8:: "], Of(ObjectKind.Acl, "office").Select(entry => $"{entry["ip"]} {entry["comment"]}").Order(StringComparer.Ordinal));

        await Provider.Update("ServiceVersion", "live", Id, second, news, news);
        Assert.Empty(Control.Writes);
    }

    [Fact]
    public async Task Of_live_owners_are_written_right_after_the_activation()
    {
        var (olds, outputs) = await Live(Full());
        Control.TakeWrites();
        var news = await Checked(Full(items: Given.Map(("/a", "x"))).With("comment", "more"));

        await Provider.Update("ServiceVersion", "live", Id, outputs, olds, news);

        Assert.Equal(["activate", "items"], Control.TakeWrites().Select(call => call.Split('/')[^1]).TakeLast(2));
    }

    [Fact]
    public async Task That_could_not_be_written_are_by_the_next_run()
    {
        var (olds, outputs) = await Live(Full());
        var news = await Checked(Full(items: Given.Map(("/a", "x"))).With("comment", "more"));
        Control.Refuse = call => call.EndsWith("/items", StringComparison.Ordinal) && call.StartsWith("PATCH", StringComparison.Ordinal) ? (503, "busy") : null;

        var failure = await Assert.ThrowsAsync<RpcException>(() => Provider.Update("ServiceVersion", "live", Id, outputs, olds, news));
        Control.Refuse = _ => null;
        Assert.Contains("the items of dictionary \"routes\" may be written in part", failure.Message, StringComparison.Ordinal);
        Assert.Equal("more", Control.Active(Id)!.Comment);
        Control.TakeWrites();

        await Provider.Update("ServiceVersion", "live", Id, outputs, olds, news);
        Assert.Equal([$"PATCH /service/{Id}/dictionary/id1/items"], Control.TakeWrites());
    }

    [Fact]
    public async Task That_are_not_declared_are_left_and_not_looked_at()
    {
        var bare = await Checked(Given.Manifest(Id, Given.Backend("a"))
            .With("dictionaries", Given.List(Given.Map(("name", "routes")))).With("snippets", Given.List(Snippet(null))));
        var (_, outputs) = await Provider.Create("ServiceVersion", "live", bare);
        Items("routes").Add(new JsonObject { ["item_key"] = "k", ["item_value"] = "v" });
        var asked = new List<string>();
        Control.Before = (call, _) =>
        {
            asked.Add(call);
            return Task.CompletedTask;
        };

        Assert.Equal(bare, (await Provider.Read("ServiceVersion", "live", Id, bare, outputs)).Inputs);
        Assert.DoesNotContain(asked, call => call.Contains("/items", StringComparison.Ordinal));

        var managed = await Checked(Given.Manifest(Id, Given.Backend("a"))
            .With("dictionaries", Given.List(Given.Map(("name", "routes"), ("items", PropertyMap.Empty)))).With("snippets", Given.List(Snippet(null))));
        Assert.Equal(["dictionaries[0].items Add"], await Changes(bare, managed));
        await Provider.Update("ServiceVersion", "live", Id, outputs, bare, managed);
        Assert.Empty(Items("routes"));
    }

    [Fact]
    public async Task That_changed_elsewhere_are_told_by_a_refresh_and_stay_as_secret_as_they_were()
    {
        var (inputs, outputs) = await Live(Full(items: Given.Map(("a", new V.Secret("hush")), ("b", "open"))));
        Items("routes").Add(new JsonObject { ["item_key"] = "c", ["item_value"] = "foreign" });
        Of(ObjectKind.Acl, "office").RemoveAt(0);

        var (_, found, _) = await Provider.Read("ServiceVersion", "live", Id, inputs, outputs);

        Assert.Equal(["acls[0].entries[0] Add", "dictionaries[0].items.c Delete"], await Changes(found, inputs));
        var items = ((V.Map)((V.Map)((V.List)found["dictionaries"]).Items[0]).Items["items"]).Items;
        Assert.Equal([new V.Secret("hush"), "open", new V.Secret("foreign")], items.Values);
    }

    [Fact]
    public async Task Of_a_dictionary_that_cannot_be_read_are_secret_and_compared_with_what_was_declared()
    {
        var (olds, outputs) = await Live(WriteOnly(("a", "1"), ("b", "2"), ("c", "3")));
        Assert.Equal(new V.Secret("1"), Held(olds)["a"]);
        Control.TakeWrites();
        var news = await Checked(WriteOnly(("a", "1"), ("b", "x")));

        Control.Refuse = call => call.StartsWith("GET", StringComparison.Ordinal) && call.Contains("/items", StringComparison.Ordinal) ? (403, "write-only") : null;
        Assert.Equal(olds, (await Provider.Read("ServiceVersion", "live", Id, olds, outputs)).Inputs);
        await Provider.Update("ServiceVersion", "live", Id, outputs, olds, news);

        Assert.Equal([$"DELETE /service/{Id}/dictionary/id1/item/c", $"PATCH /service/{Id}/dictionary/id1/items"], Control.TakeWrites());
    }

    [Fact]
    public async Task Go_in_batches_of_a_thousand()
    {
        await Live(Full(items: PropertyMap.From(Enumerable.Range(0, 2_001).Select(i => KeyValuePair.Create($"k{i}", (V)"v")))));

        Assert.Equal(3, Control.TakeWrites().Count(call => call.EndsWith("/items", StringComparison.Ordinal)));
        Assert.Equal(2_001, Items("routes").Count);
    }

    [Fact]
    public async Task Wait_while_nothing_is_activated()
    {
        var (olds, outputs) = await Live(Full());
        Control.TakeWrites();
        var news = await Checked(Full(items: Given.Map(("/a", "x"))).With("activate", "never").With("comment", "more"));

        await Provider.Update("ServiceVersion", "live", Id, outputs, olds, news);

        Assert.DoesNotContain(Control.TakeWrites(), call => call.Contains("/items", StringComparison.Ordinal));
        Assert.Contains(Provider.Log, line => line.Contains("the items of dictionary \"routes\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Are_refused_where_they_could_not_be_written()
    {
        var answer = await Provider.Check("ServiceVersion", "live", Full(
            items: Given.Map(("a", 1), ("b", new V.Secret(new string('x', 8_001))), ("c", Given.Later)),
            entries: [Entry("nowhere"), Entry("192.0.2.0", ("subnet", 33)), Entry("192.0.2.9"), Entry("192.0.2.9"), "192.0.2.7", Entry("::1", ("mask", 1))]));

        Assert.Equal(
        [
            "acls[0].entries[0].ip", "acls[0].entries[1].subnet", "acls[0].entries[3]", "acls[0].entries[4]", "acls[0].entries[5].mask",
            "dictionaries[0].items.a", "dictionaries[0].items.b",
        ], answer.Failures.Select(failure => failure.Property).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(answer.Failures, failure => failure.Reason.Contains("xxx", StringComparison.Ordinal));
    }

    private static PropertyMap Full(PropertyMap? items = null, V[]? entries = null, string content = "esi;") => Given.Manifest(Id, Given.Backend("a"))
        .With("dictionaries", Given.List(Given.Map(("name", "routes"), ("items", items ?? Given.Map(("/a", "to-a"), ("b", "to-b"))))))
        .With("acls", Given.List(Given.Map(("name", "office"), ("entries", Given.List(entries ?? [Entry("192.0.2.0", ("subnet", 28)), Entry("192.0.2.1")])))))
        .With("snippets", Given.List(Snippet(content)));

    private static PropertyMap WriteOnly(params (string, V)[] items) => Given.Manifest(Id, Given.Backend("a"))
        .With("dictionaries", Given.List(Given.Map(("name", "routes"), ("writeOnly", true), ("items", Given.Map(items)))));

    private static PropertyMap Snippet(string? content) =>
        Given.Map(("name", "s"), ("type", "recv"), ("dynamic", true), ("content", content is null ? V.None : content));

    private static V Entry(string ip, params (string, V)[] more) => Given.Map([("ip", ip), .. more]);

    private static PropertyMap Held(PropertyMap inputs) => ((V.Map)((V.Map)((V.List)inputs["dictionaries"]).Items[0]).Items["items"]).Items;

    private List<JsonObject> Items(string dictionary) => Of(ObjectKind.Dictionary, dictionary);

    private List<JsonObject> Of(ObjectKind kind, string name) => Control.Contents.Of(Control.IdOf(Id, kind, name));

    private Task<PropertyMap> Checked(PropertyMap news) => Provider.Checked("ServiceVersion", "live", news);

    private Task<IReadOnlyList<string>> Changes(PropertyMap olds, PropertyMap news) => Provider.Changes("ServiceVersion", "live", olds, news);

    private async Task<(PropertyMap Inputs, PropertyMap Outputs)> Live(PropertyMap given)
    {
        var inputs = await Checked(given);
        return (inputs, (await Provider.Create("ServiceVersion", "live", inputs)).Outputs);
    }
}
