
namespace Unit.Edge.Control;

public sealed class Life_of_a_service
{
    [Fact]
    public async Task Begins_with_an_editable_first_version()
    {
        await using var edge = await ControlUnderTest.Start();
        var created = await edge.Post("/service", "name=www&comment=main+site");
        var id = (string)created.Json["id"]!;

        Assert.Matches("^[0-9A-Za-z]{22}$", id);
        created.Is(200, $$"""
            {"id":"{{id}}","name":"www","comment":"main site","type":"vcl","customer_id":"EdgeInfraLocalCustomer","paused":false,"publish_key":"",
             "created_at":"{{ControlUnderTest.Noon}}","updated_at":"{{ControlUnderTest.Noon}}","deleted_at":null,
             "versions":[{{Version(id, 1)}}]}
            """);
        (await edge.Get($"/service/{id}")).Is(200, created.Body);
    }

    [Fact]
    public async Task Goes_from_draft_to_live_and_back_to_nothing()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();

        (await edge.Get($"/service/{id}/version/1/validate")).Is(200, """{"status":"ok","msg":null,"errors":[],"warnings":[],"messages":[]}""");
        var activated = (await edge.Put($"/service/{id}/version/1/activate")).Expect(200);
        Assert.True((bool)activated["active"]! && (bool)activated["locked"]!);
        Assert.Null(activated["msg"]);
        var live = Assert.Single(edge.Published).Services.Single();
        Assert.Equal((id, 1, "www.example.com"), (live.ServiceId, live.VersionNumber, live.Domains.Single()));
        Assert.Equal(edge.Published.Single(), edge.Active);

        (await edge.Delete($"/service/{id}")).Is(400, """{"msg":"Bad request","detail":"Cannot delete service with active version"}""");
        var off = (await edge.Put($"/service/{id}/version/1/deactivate")).Expect(200);
        Assert.True(!(bool)off["active"]! && (bool)off["locked"]!);
        Assert.Empty(edge.Active.Services);

        (await edge.Delete($"/service/{id}")).Is(200, """{"status":"ok"}""");
        (await edge.Delete($"/service/{id}")).Is(400, $$"""{"msg":"Bad request","detail":"Service '{{id}}' is deleted"}""");
        (await edge.Get($"/service/{id}")).Is(404, """{"msg":"Record not found","detail":"Cannot load service"}""");
        (await edge.Get("/service")).Is(200, "[]");
    }

    [Fact]
    public async Task Can_be_found_listed_and_renamed()
    {
        await using var edge = await ControlUnderTest.Start();
        var a = await edge.Service("a");
        edge.Time.Advance(TimeSpan.FromMinutes(1));
        var b = await edge.Service("b");

        Assert.Equal([a, b], Ids(await edge.Get("/service")));
        Assert.Equal([b], Ids(await edge.Get("/service?page=1&per_page=1&direction=descend&sort=created")));
        Assert.Equal([a], Ids(await edge.Get("/service?page=2&per_page=1&direction=descend&sort=created")));
        Assert.Equal(1, (int)(await edge.Get("/service")).Json[0]!["version"]!);

        (await edge.Put($"/service/{a}", "name=c&ServiceID=ignored")).Expect(200);
        Assert.Equal(a, (string)(await edge.Get("/service/search?name=c")).Expect(200)["id"]!);
        (await edge.Get("/service/search?name=a")).Is(404, """{"msg":"Record not found","detail":"Cannot load service"}""");
        (await edge.Put($"/service/{a}", "name=b")).Is(409, """{"msg":"Duplicate record","detail":"Duplicate service: 'b'"}""");
        (await edge.Post("/service", "name=b")).Is(409, """{"msg":"Duplicate record","detail":"Duplicate service: 'b'"}""");
        Assert.Contains("type", (await edge.Put($"/service/{a}", "type=wasm")).Detail, StringComparison.Ordinal);
        (await edge.Post("/service", "comment=x")).Is(400, """{"msg":"Bad request","detail":"name is required: give it a value."}""");
    }

    [Fact]
    public async Task Shows_everything_in_its_details()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();
        Assert.Null((await edge.Get($"/service/{id}/details")).Json["active_version"]);

        (await edge.Put($"/service/{id}/version/1/activate")).Expect(200);
        (await edge.Put($"/service/{id}/version/1/clone")).Expect(200);
        var details = (await edge.Get($"/service/{id}/details?filter%5Bversions.active%5D=true")).Expect(200);

        Assert.Equal(1, (int)details["active_version"]!["number"]!);
        Assert.Single(details["versions"]!.AsArray());
        Assert.Equal("origin", (string)details["active_version"]!["backends"]![0]!["name"]!);
        Assert.Equal("www.example.com", (string)details["version"]!["domains"]![0]!["name"]!);
        Assert.Equal(3600, (int)details["version"]!["settings"]!["general.default_ttl"]!);
        Assert.Equal(2, (int)(await edge.Get($"/service/{id}/details?version=2")).Json["version"]!["number"]!);
        Assert.Equal("www.example.com", (string)(await edge.Get($"/service/{id}/domain")).Json[0]!["name"]!);
    }

    private static string Version(string id, int number) => $$"""
        {"number":{{number}},"service_id":"{{id}}","active":false,"locked":false,"staging":false,"testing":false,"deployed":false,"comment":"",
         "created_at":"{{ControlUnderTest.Noon}}","updated_at":"{{ControlUnderTest.Noon}}","deleted_at":null}
        """;

    private static string[] Ids(Said said) => [.. said.Expect(200).AsArray().Select(service => (string)service!["id"]!)];
}
