using Kit;

namespace Unit.Edge.Control;

public sealed class Events
{
    [Fact]
    public async Task Tell_what_happened_newest_first_also_after_a_restart()
    {
        using var folder = new TempFolder();
        string id;
        await using (var edge = await ControlUnderTest.Start(folder.Path))
        {
            id = await edge.Ready();
            edge.Time.Advance(TimeSpan.FromMinutes(1));
            (await edge.Put($"/service/{id}/version/1/activate")).Expect(200);
        }

        File.AppendAllText(Path.Combine(folder.Path, "audit.log"), """{"id":"half a li"""); // killed while writing
        await using var again = await ControlUnderTest.Start(folder.Path);
        again.Time.Advance(TimeSpan.FromMinutes(2));
        (await again.Put($"/service/{id}/version/1/deactivate")).Expect(200);

        var events = (await again.Get("/events")).Expect(200);
        Assert.Equal(["version.deactivate", "version.activate", "service.create"], Types(events["data"]!.AsArray()));
        Assert.Equal(["version.activate"], Types(await Data($"filter[event_type]=version.activate&filter[service_id]={id}")));
        Assert.Empty(await Data("filter[service_id]=other"));
        Assert.Equal(["service.create", "version.activate"], Types(await Data("sort=created_at&filter[created_at][lte]=2026-01-02T12:01:00Z")));
        Assert.Equal(["service.create"], Types(await Data("page[number]=3&page[size]=1")));
        Assert.Equal((3, 3), ((int)events["meta"]!["record_count"]!, (int)(await again.Get("/events?page[size]=1")).Json["meta"]!["total_pages"]!));

        var one = events["data"]![1]!;
        (await again.Get($"/events/{one["id"]}")).Is(200, $$"""
            {"data":{"id":"{{one["id"]}}","type":"event","attributes":{"admin":false,"created_at":"2026-01-02T12:01:00Z","customer_id":"EdgeInfraLocalCustomer",
             "description":"Version 1 was activated","event_type":"version.activate","ip":"127.0.0.1","metadata":{"version_number":"1"},
             "service_id":"{{id}}","token_id":"EdgeInfraInitialToken0","user_id":"EdgeInfraLocalOperator"} } }
            """);
        (await again.Get("/events/none")).Expect(404);

        async Task<System.Text.Json.Nodes.JsonArray> Data(string query) => (await again.Get($"/events?{query}")).Expect(200)["data"]!.AsArray();
    }

    [Fact]
    public async Task Stand_beside_what_the_runtime_tells_of_its_place()
    {
        await using var edge = await ControlUnderTest.Start();
        (await edge.Get("/public-ip-list")).Is(200, """{"addresses":["192.0.2.7/32"],"ipv6_addresses":["2001:db8::7/128"]}""");
        (await edge.Get("/datacenters")).Is(200, """
            [{"code":"LOCAL","name":"Local","group":"Local","coordinates":{"x":0,"y":0,"latitude":0,"longitude":0}}]
            """);
    }

    private static IEnumerable<string> Types(System.Text.Json.Nodes.JsonArray events) => events.Select(one => (string)one!["attributes"]!["event_type"]!);
}
