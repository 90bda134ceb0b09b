using Kit;

namespace EndToEnd;

public sealed class A_condition_on_a_table
{
    [Fact]
    public async Task Routes_requests_by_its_items_of_the_moment()
    {
        using var folder = new TempFolder();
        await using var site = await Page.Serve("site");
        await using var moved = await Page.Serve("moved");
        string table;
        await using (var edge = await Start(folder))
        {
            using var control = Control(edge, folder);
            var service = await control.Serve("localhost", site.Port);
            var at = $"/service/{service}/version/2";
            await control.Draft(service, site.Port);
            table = $"/service/{service}/dictionary/{(await control.Post($"{at}/dictionary", ("name", "routes")))["id"]}";
            await control.Post($"{at}/condition", ("name", "c"), ("type", "REQUEST"), ("statement", "table.lookup(routes, req.url.path) == \"moved\""));
            await control.Post($"{at}/backend", ("name", "moved"), ("address", "127.0.0.1"), ("port", $"{moved.Port}"), ("request_condition", "c"));
            await control.Put($"{at}/activate");

            using var visitor = new Visitor(edge.Ready["url"] + "/a");
            Assert.Equal("site", await visitor.Page());
            await control.Post($"{table}/item", ("item_key", "/a"), ("item_value", "moved"));
            Assert.Equal("moved", await visitor.Page());
            await control.Put($"{table}/item/%2Fa", ("item_value", "back"));
            Assert.Equal("site", await visitor.Page());
            await control.Put($"{table}/item/%2Fa", ("item_value", "moved"));
            Assert.Equal(2, await control.Active(service));
            await edge.Kill();
        }

        await using var again = await Start(folder);
        using var after = new Visitor(again.Ready["url"] + "/a");
        Assert.Equal("moved", await after.Page());
        using var later = Control(again, folder);
        await later.Delete($"{table}/item/%2Fa");
        Assert.Equal("site", await after.Page());
    }

    private static Task<Daemon> Start(TempFolder folder) => Daemon.StartEdge(folder.At("data"));

    private static ControlClient Control(Daemon edge, TempFolder folder) =>
        new(edge.Ready["control"]!.GetValue<string>(), File.ReadAllText(folder.At("data", "token")).Trim());
}
