using Kit;

namespace Unit.Edge.Control;

public sealed class Dictionaries
{
    private const string Times = $"\"created_at\":\"{ControlUnderTest.Noon}\",\"updated_at\":\"{ControlUnderTest.Noon}\",\"deleted_at\":null";

    [Fact]
    public async Task Keep_their_id_in_every_version_and_through_a_renaming()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Service();
        var at = $"/service/{service}/version/1/dictionary";
        var created = await edge.Post(at, "name=test_dictionary");
        var id = (string)created.Expect(200)["id"]!;
        Assert.Matches("^[A-Za-z0-9]{22}$", id);
        created.Is(200, $$"""{"name":"test_dictionary","write_only":false,"id":"{{id}}","service_id":"{{service}}","version":1,{{Times}}}""");

        (await edge.Put($"/service/{service}/version/1/clone")).Expect(200);
        (await edge.Put($"/service/{service}/version/2/dictionary/test_dictionary", "name=other")).Is(
            200, $$"""{"name":"other","write_only":false,"id":"{{id}}","service_id":"{{service}}","version":2,{{Times}}}""");
        Assert.Equal(id, (string)(await edge.Get($"/service/{service}/details?version=2")).Json["version"]!["dictionaries"]![0]!["id"]!);
        (await edge.Post(at, "name=test_dictionary")).Is(409, """{"msg":"Duplicate record","detail":"Duplicate dictionary: 'test_dictionary'"}""");
        (await edge.Delete($"{at}/test_dictionary")).Is(200, """{"status":"ok"}""");
        (await edge.Get($"{at}/test_dictionary")).Is(404, $$"""
            {"msg":"Record not found",
             "detail":"Couldn't find Dictionary '{ deleted => 0000-00-00 00:00:00, name => test_dictionary, service => {{service}}, version => 1 }'"}
            """);
    }

    [Fact]
    public async Task Have_items_that_change_without_a_version_and_survive_a_restart()
    {
        using var folder = new TempFolder();
        string items, shown;
        await using (var edge = await ControlUnderTest.Start(folder.Path))
        {
            var (service, id) = await Dictionary(edge);
            (await edge.Put($"/service/{service}/version/1/lock")).Expect(200);
            var at = $"/service/{service}/dictionary/{id}/item";
            items = $"/service/{service}/dictionary/{id}/items";
            (await edge.Get(items)).Is(200, "[]");

            var place = $"\"dictionary_id\":\"{id}\",\"service_id\":\"{service}\"";
            var created = await edge.Post(at, "item_key=a%2Fb&item_value=%22%C3%A9%22%0A+x");
            created.Is(200, $$"""{{{place}},"item_key":"a/b","item_value":"\"é\"\n x",{{Times}}}""");
            (await edge.Get($"{at}/a%2Fb")).Is(200, created.Body);
            (await edge.Post(at, "item_key=a%2Fb&item_value=y")).Is(409, $$"""
                {"msg":"Duplicate record","detail":"Duplicate dictionary_item: 'dictionary_id={{id}} item_key=a/b service_id={{service}}'"}
                """);
            (await edge.Put($"{at}/new", "ItemKey=new&item_value=1")).Is(200, $$"""{{{place}},"item_key":"new","item_value":"1"}""");
            (await edge.Put($"{at}/new", "item_value=2")).Is(200, $$"""{{{place}},"item_key":"new","item_value":"2"}""");
            (await edge.Send("PATCH", $"{at}/new", "item_value=3")).Is(200, $$"""{{{place}},"item_key":"new","item_value":"3",{{Times}}}""");
            (await edge.Send("PATCH", $"{at}/none", "item_value=3")).Expect(404);
            (await edge.Delete($"{at}/none")).Expect(404);
            (await edge.Post(at, "item_key=gone")).Expect(200);
            (await edge.Delete($"{at}/gone")).Is(200, """{"status":"ok"}""");
            shown = (await edge.Get(items)).Body;
            (await edge.Get($"/service/{service}/version/1/dictionary/{id}/info")).Expect(200);
        }

        await using var again = await ControlUnderTest.Start(folder.Path);
        Assert.Equal(shown, (await again.Get(items)).Body);
        Assert.Equal(["a/b", "new"], (await again.Get(items)).Json.AsArray().Select(item => (string)item!["item_key"]!));
    }

    [Fact]
    public async Task Take_a_batch_whole_or_not_at_all()
    {
        await using var edge = await ControlUnderTest.Start();
        var (service, id) = await Dictionary(edge);
        var items = $"/service/{service}/dictionary/{id}/items";
        (await Batch(edge, items, """{"op":"create","item_key":"a","item_value":"1"},{"op":"upsert","item_key":"b","item_value":"2"}""")).Is(
            200, """{"status":"ok"}""");
        (await Batch(edge, items, """{"op":"update","item_key":"a","item_value":"9"},{"op":"delete","item_key":"b"},{"op":"upsert","item_key":"a","item_value":"8"}""")).Expect(200);
        Assert.Equal(("a", "8"), Only(await edge.Get(items)));

        Assert.StartsWith("items[1]: ", (await Batch(edge, items, """{"op":"delete","item_key":"a"},{"op":"delete","item_key":"a"}""")).Expect(404)["detail"]!.ToString(), StringComparison.Ordinal);
        (await Batch(edge, items, """{"op":"create","item_key":"a"}""")).Expect(409);
        (await Batch(edge, items, """{"op":"swap","item_key":"a"}""")).Expect(400);
        (await Batch(edge, items, """{"op":"update"}""")).Expect(400);
        (await Batch(edge, items, "7")).Expect(400);
        (await edge.Send("PATCH", items, "{}", "application/json")).Is(400, """{"msg":"Bad request","detail":"items must be a JSON array of objects"}""");
        (await Batch(edge, items, string.Join(',', Enumerable.Range(0, 1001).Select(i => $$"""{"op":"upsert","item_key":"k{{i}}"}""")))).Is(
            400, """{"msg":"Bad request","detail":"items has 1001 changes, but may have 1000 at most"}""");
        Assert.Equal(("a", "8"), Only(await edge.Get(items)));
    }

    [Fact]
    public async Task Are_read_page_by_page()
    {
        await using var edge = await ControlUnderTest.Start();
        var (service, id) = await Dictionary(edge);
        var items = $"/service/{service}/dictionary/{id}/items";
        (await Batch(edge, items, string.Join(',', "caebd".Select(key => $$"""{"op":"create","item_key":"{{key}}"}""")))).Expect(200);

        async Task<string> Keys(string query) => string.Concat((await edge.Get($"{items}?{query}")).Json.AsArray().Select(item => (string)item!["item_key"]!));
        Assert.Equal("ca", await Keys("page=1&per_page=2"));
        Assert.Equal("d", await Keys("page=3&per_page=2"));
        Assert.Equal("", await Keys("page=4&per_page=2"));
        Assert.Equal("dbeac", await Keys("direction=descend&sort=created"));
        Assert.Equal("abcde", await Keys("sort=item_key"));
        using var first = await edge.Client.GetAsync($"{items}?page=1&per_page=2");
        Assert.Equal($"<{items}?per_page=2&page=2>; rel=\"next\", <{items}?per_page=2&page=3>; rel=\"last\"", Assert.Single(first.Headers.GetValues("Link")));
        using var last = await edge.Client.GetAsync($"{items}?page=3&per_page=2");
        Assert.False(last.Headers.Contains("Link"));
    }

    [Fact]
    public async Task Tell_how_many_items_there_are_and_a_digest_of_them()
    {
        await using var edge = await ControlUnderTest.Start();
        var (service, id) = await Dictionary(edge);
        var info = $"/service/{service}/version/1/dictionary/{id}/info";
        var empty = (await edge.Get(info)).Expect(200);
        Assert.Equal((0, null), ((int)empty["item_count"]!, (string?)empty["last_updated"]));
        (await edge.Post($"/service/{service}/dictionary/{id}/item", "item_key=a&item_value=1")).Expect(200);
        var one = (await edge.Get(info)).Expect(200);
        Assert.Equal((1, "2026-01-02 12:00:00"), ((int)one["item_count"]!, (string)one["last_updated"]!));
        Assert.NotEqual((string)empty["digest"]!, (string)one["digest"]!);
        (await edge.Get($"/service/{service}/version/1/dictionary/none/info")).Expect(404);
    }

    [Theory]
    [InlineData(256, 8000, 200)]
    [InlineData(257, 0, 400)]
    [InlineData(1, 8001, 400)]
    [InlineData(0, 1, 400)]
    public async Task Limit_the_length_of_keys_and_values(int key, int value, int status)
    {
        await using var edge = await ControlUnderTest.Start();
        var (service, id) = await Dictionary(edge);
        (await edge.Post($"/service/{service}/dictionary/{id}/item", $"item_key={new string('k', key)}&item_value={new string('v', value)}")).Expect(status);
    }

    [Fact]
    public async Task Never_show_what_can_only_be_written()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Service();
        var id = (string)(await edge.Post($"/service/{service}/version/1/dictionary", "name=keys&write_only=1")).Expect(200)["id"]!;
        (await edge.Post($"/service/{service}/dictionary/{id}/item", "item_key=a&item_value=hidden")).Expect(200);
        var refused = await edge.Get($"/service/{service}/dictionary/{id}/items");
        refused.Expect(403);
        (await edge.Get($"/service/{service}/dictionary/{id}/item/a")).Expect(403);
        Assert.DoesNotContain("hidden", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_unknown_once_no_version_has_them()
    {
        await using var edge = await ControlUnderTest.Start();
        var (service, id) = await Dictionary(edge);
        (await edge.Delete($"/service/{service}/version/1/dictionary/table")).Expect(200);
        (await edge.Post($"/service/{service}/dictionary/{id}/item", "item_key=a")).Is(404, $$"""
            {"msg":"Record not found","detail":"Couldn't find Dictionary '{ deleted => 0000-00-00 00:00:00, id => {{id}}, service => {{service}} }'"}
            """);
    }

    [Fact]
    public async Task Hold_a_batch_whole_or_not_at_all_wherever_the_edge_is_killed()
    {
        var outcomes = new HashSet<string>();
        for (var steps = 0; steps < 6; steps++)
        {
            using var folder = new TempFolder();
            var files = new StoppingFiles();
            string items;
            await using (var edge = await ControlUnderTest.Start(folder.Path, files))
            {
                var (service, id) = await Dictionary(edge);
                items = $"/service/{service}/dictionary/{id}/items";
                (await edge.Post($"/service/{service}/dictionary/{id}/item", "item_key=a&item_value=old")).Expect(200);
                files.StepsLeft = steps;
                await Batch(edge, items, """{"op":"update","item_key":"a","item_value":"new"},{"op":"create","item_key":"b"}""");
            }

            await using var again = await ControlUnderTest.Start(folder.Path);
            outcomes.Add(string.Join(',', (await again.Get(items)).Expect(200).AsArray().Select(item => $"{item!["item_key"]}={item["item_value"]}")));
        }

        Assert.Equal(["a=new,b=", "a=old"], outcomes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Leave_nothing_on_disk_when_their_service_is_deleted()
    {
        using var folder = new TempFolder();
        await using var edge = await ControlUnderTest.Start(folder.Path);
        var (service, id) = await Dictionary(edge);
        (await edge.Post($"/service/{service}/dictionary/{id}/item", "item_key=a&item_value=secret")).Expect(200);
        Assert.Equal(3, Directory.GetFiles(Path.Combine(folder.Path, "services", service)).Length);
        (await edge.Delete($"/service/{service}")).Expect(200);
        Assert.Equal("service.yaml", Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "services", service)))));
        (await edge.Get($"/service/{service}/dictionary/{id}/items")).Expect(404);
    }

    private static async Task<(string Service, string Id)> Dictionary(ControlUnderTest edge)
    {
        var service = await edge.Service();
        return (service, (string)(await edge.Post($"/service/{service}/version/1/dictionary", "name=table")).Expect(200)["id"]!);
    }

    private static Task<Said> Batch(ControlUnderTest edge, string items, string changes) =>
        edge.Send("PATCH", items, $$"""{"items":[{{changes}}]}""", "application/json");

    private static (string, string) Only(Said said)
    {
        var item = Assert.Single(said.Expect(200).AsArray())!;
        return ((string)item["item_key"]!, (string)item["item_value"]!);
    }

    [Fact]
    public async Task Take_a_batch_of_the_full_size_and_no_more()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Service();
        var id = (string)(await edge.Post($"/service/{service}/version/1/dictionary", "name=large")).Expect(200)["id"]!;
        var items = $"/service/{service}/dictionary/{id}/items";

        (await edge.Send("PATCH", items, Batch(1_000, 8_000), "application/json")).Expect(200);
        Assert.Equal(1_000, (await edge.Get($"{items}?per_page=1000")).Expect(200).AsArray().Count);
        (await edge.Send("PATCH", items, Batch(1_001, 1), "application/json")).Expect(400);
        (await edge.Send("PATCH", items, Batch(1, 8_001), "application/json")).Expect(400);
        (await edge.Send("PATCH", items, Batch(1, 33 * 1024 * 1024), "application/json"))
            .Is(413, """{"msg":"Request entity too large","detail":"A body may have 33554432 bytes at most"}""");
    }

    private static string Batch(int count, int length) =>
        $$"""{"items":[{{string.Join(',', Enumerable.Range(0, count).Select(n => $$"""{"op":"create","item_key":"{{n:d8}}{{new string('k', 248)}}","item_value":"{{new string('v', length)}}"}"""))}}]}""";
}
