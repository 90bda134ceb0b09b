namespace Unit.Edge.Control;

public sealed class Versions
{
    [Fact]
    public async Task Are_created_blank_or_cloned_with_everything_in_them()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();

        (await edge.Post($"/service/{id}/version")).Is(200, $$"""{"service_id":"{{id}}","number":2}""");
        (await edge.Post($"/service/{id}/version", "comment=x")).Is(200, $$"""{"service_id":"{{id}}","number":3,"comment":"x"}""");
        (await edge.Get($"/service/{id}/version/2/backend")).Is(200, "[]");
        (await edge.Put($"/service/{id}/version/1", "comment=first")).Expect(200);
        var clone = (await edge.Put($"/service/{id}/version/1/clone")).Expect(200);
        Assert.Equal((4, "first", false), ((int)clone["number"]!, (string)clone["comment"]!, (bool)clone["locked"]!));
        Assert.Equal("origin", (string)(await edge.Get($"/service/{id}/version/4/backend/origin")).Expect(200)["name"]!);
        Assert.Equal(4, (await edge.Get($"/service/{id}/version")).Json.AsArray().Count);
    }

    [Theory]
    [InlineData("POST", "/backend", "name=b&address=192.0.2.2")]
    [InlineData("PUT", "/backend/origin", "weight=5")]
    [InlineData("DELETE", "/backend/origin", null)]
    [InlineData("POST", "/domain", "name=a.example.com")]
    [InlineData("DELETE", "/domain/www.example.com", null)]
    [InlineData("PUT", "", "comment=x")]
    public async Task Refuse_every_change_once_they_are_locked(string method, string path, string? form)
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();
        Assert.True((bool)(await edge.Put($"/service/{id}/version/1/lock")).Expect(200)["locked"]!);
        var before = (await edge.Get($"/service/{id}/details")).Body;

        (await edge.Send(method, $"/service/{id}/version/1{path}", form))
            .Is(422, $$"""{"msg":"Version locked","detail":"Version '1' for service '{{id}}' is locked"}""");

        Assert.Equal(before, (await edge.Get($"/service/{id}/details")).Body);
    }

    [Fact]
    public async Task Tell_everything_that_is_wrong_when_they_cannot_be_activated()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();
        (await edge.Put($"/service/{id}/version/1/activate")).Expect(200);
        (await edge.Post($"/service/{id}/version")).Expect(200);
        (await edge.Post($"/service/{id}/version/2/condition", "name=c&type=REQUEST&statement=req.nothing")).Expect(200);

        var refused = await edge.Put($"/service/{id}/version/2/activate");
        Assert.Equal("Bad request", (string)refused.Expect(400)["msg"]!);
        var lines = refused.Detail!.Split('\n');
        Assert.Contains(lines, line => line.StartsWith("EDGE002 domains", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("EDGE003 backends", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("""conditions["c"].statement""", StringComparison.Ordinal));
        Assert.Equal(refused.Detail, (string)(await edge.Get($"/service/{id}/version/2/validate")).Expect(200)["msg"]!);
        Assert.Equal("error", (string)(await edge.Get($"/service/{id}/version/2/validate")).Json["status"]!);

        Assert.False((bool)(await edge.Get($"/service/{id}/version/2")).Json["locked"]!);
        Assert.Equal(1, edge.Active.Services.Single().VersionNumber);
        Assert.Single(edge.Published);
    }

    [Fact]
    public async Task Warn_on_activation_without_refusing_it()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();
        (await edge.Post($"/service/{id}/version/1/backend", "name=b&address=192.0.2.2&port=443&use_ssl=0")).Expect(200);

        var activated = (await edge.Put($"/service/{id}/version/1/activate")).Expect(200);
        Assert.Contains("EDGE102", (string)activated["msg"]!, StringComparison.Ordinal);
        Assert.True((bool)activated["active"]!);
    }

    [Fact]
    public async Task Can_be_activated_again_as_a_rollback()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();
        (await edge.Put($"/service/{id}/version/1/activate")).Expect(200);
        (await edge.Put($"/service/{id}/version/1/clone")).Expect(200);
        (await edge.Put($"/service/{id}/version/2/activate")).Expect(200);
        (await edge.Put($"/service/{id}/version/1/activate")).Expect(200);

        Assert.Equal([1, 2, 1], edge.Published.Select(config => config.Services.Single().VersionNumber));
        var versions = (await edge.Get($"/service/{id}/version")).Json.AsArray();
        Assert.Equal([true, false], versions.Select(version => (bool)version!["active"]!));
        Assert.All(versions, version => Assert.True((bool)version!["locked"]!));
        (await edge.Put($"/service/{id}/version/2/deactivate")).Is(400, """{"msg":"Bad request","detail":"Version 2 is not active"}""");
    }

    [Fact]
    public async Task Do_not_take_a_domain_from_another_live_service()
    {
        await using var edge = await ControlUnderTest.Start();
        var first = await edge.Ready("first", "www.example.com");
        var second = await edge.Ready("second", "WWW.example.com");
        (await edge.Put($"/service/{first}/version/1/activate")).Expect(200);

        var refused = await edge.Put($"/service/{second}/version/1/activate");
        refused.Is(400, $$"""
            {"msg":"Bad request","detail":"EDGE014 domains[\"www.example.com\"] is answered by version 1 of the service {{first}} already: remove it there, or here."}
            """);

        (await edge.Put($"/service/{first}/version/1/deactivate")).Expect(200);
        (await edge.Put($"/service/{second}/version/1/activate")).Expect(200);
    }

    [Fact]
    public async Task Are_not_found_by_numbers_that_were_never_given()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();
        foreach (var number in new[] { "2", "abc", "-1", "99999999999" })
        {
            (await edge.Get($"/service/{id}/version/{number}/backend"))
                .Is(404, $$"""{"msg":"Record not found","detail":"Couldn't find Version '[{{id}}, {{number}}, 0000-00-00 00:00:00]'"}""");
        }

        (await edge.Put($"/service/{id}/version/7/activate")).Expect(404);
        (await edge.Put("/service/none/version/1/activate")).Is(404, """{"msg":"Record not found","detail":"Cannot load service"}""");
    }
}
