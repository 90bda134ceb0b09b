namespace Unit.Edge.Control;

public sealed class Directors_and_settings
{
    private const string Times = $"\"created_at\":\"{ControlUnderTest.Noon}\",\"updated_at\":\"{ControlUnderTest.Noon}\",\"deleted_at\":null";

    [Fact]
    public async Task A_director_keeps_its_name_and_its_members_through_an_update()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Ready();
        var at = $"/service/{service}/version/1/director";
        string Shown(int quorum, string backends) => $$"""
            {"name":"d","quorum":{{quorum}},"retries":5,"type":1,"service_id":"{{service}}","version":1,"capacity":100,"shield":null,
             "backends":[{{backends}}],"comment":"",{{Times}}}
            """;
        (await edge.Post(at, "name=d&quorum=50&retries=5&type=1&backends=none")).Is(200, Shown(50, ""));
        (await edge.Post($"{at}/d/backend/origin", "Backend=origin&Director=d&ServiceVersion=1")).Is(
            200, $$"""{"service_id":"{{service}}","version":1,"director_name":"d","backend_name":"origin",{{Times}}}""");
        (await edge.Put($"{at}/d", "name=new&quorum=100")).Is(200, Shown(100, "\"origin\""));
        (await edge.Post($"{at}/d/backend/origin")).Expect(409);
        (await edge.Get($"{at}/d/backend/origin")).Expect(200);
        (await edge.Put($"/service/{service}/version/1/backend/origin", "name=other")).Expect(200);
        (await edge.Get($"{at}/d")).Is(200, Shown(100, "\"other\""));
        (await edge.Delete($"{at}/d/backend/other")).Is(200, """{"status":"ok"}""");
        (await edge.Get($"{at}/d")).Is(200, Shown(100, ""));
    }

    [Fact]
    public async Task A_director_loses_a_backend_that_is_deleted()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Ready();
        var at = $"/service/{service}/version/1/director";
        Assert.Equal(75, (int)(await edge.Post(at, "name=d")).Expect(200)["quorum"]!);
        (await edge.Post($"{at}/d/backend/origin")).Expect(200);
        (await edge.Delete($"/service/{service}/version/1/backend/origin")).Expect(200);
        Assert.Empty((await edge.Get($"{at}/d")).Json["backends"]!.AsArray());
        (await edge.Delete($"{at}/d/backend/origin")).Is(404, $$"""
            {"msg":"Record not found",
             "detail":"Couldn't find DirectorBackend '{ backend => origin, deleted => 0000-00-00 00:00:00, director => d, service => {{service}}, version => 1 }'"}
            """);
        (await edge.Post($"{at}/d/backend/none")).Expect(404);
        (await edge.Post($"{at}/none/backend/none")).Expect(404);
        (await edge.Post(at, "name=e&type=2")).Is(400, """{"msg":"Bad request","detail":"type is \"2\", but must be one of 1, 3, 4. Did you mean \"1\"?"}""");
    }

    [Fact]
    public async Task Settings_have_names_with_dots_and_stay_with_their_version()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Service();
        string Shown(int version, int ttl, string stale, string host) => $$"""
            {"general.default_ttl":{{ttl}},"general.default_host":"{{host}}","general.default_pci":0,"general.stale_if_error":{{stale}},
             "general.stale_if_error_ttl":43200,"service_id":"{{service}}","version":{{version}}}
            """;
        (await edge.Get($"/service/{service}/version/1/settings")).Is(200, Shown(1, 3600, "false", ""));
        (await edge.Put($"/service/{service}/version/1/settings", "general.default_ttl=60&general.stale_if_error=true&general.default_host=a.example.com")).Is(
            200, Shown(1, 60, "true", "a.example.com"));
        (await edge.Put($"/service/{service}/version/1/clone")).Expect(200);
        (await edge.Put($"/service/{service}/version/2/settings", "general.default_host=&general.default_ttl=1")).Is(200, Shown(2, 1, "true", ""));
        (await edge.Get($"/service/{service}/version/1/settings")).Is(200, Shown(1, 60, "true", "a.example.com"));
        Assert.Equal(60, (int)(await edge.Get($"/service/{service}/details?version=1")).Json["version"]!["settings"]!["general.default_ttl"]!);

        (await edge.Put($"/service/{service}/version/1/settings", "general.default_ttl=-1&general.stale_if_error=maybe")).Is(400, """
            {"msg":"Bad request","detail":"general.stale_if_error is \"maybe\", but must be 1, 0, true or false.\ngeneral.default_ttl is -1 s, but must be at least 0 s."}
            """);
        (await edge.Put($"/service/{service}/version/1/lock")).Expect(200);
        (await edge.Put($"/service/{service}/version/1/settings", "general.default_ttl=9")).Expect(422);
    }
}
