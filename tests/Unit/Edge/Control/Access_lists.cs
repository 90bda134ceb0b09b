using Kit;

namespace Unit.Edge.Control;

public sealed class Access_lists
{
    [Fact]
    public async Task Have_a_name_and_an_id_only()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Service();
        var created = await edge.Post($"/service/{service}/version/1/acl", "name=test_acl");
        created.Is(200, $$"""
            {"name":"test_acl","id":"{{(string)created.Json["id"]!}}","service_id":"{{service}}","version":"1",
             "created_at":"{{ControlUnderTest.Noon}}","updated_at":"{{ControlUnderTest.Noon}}","deleted_at":null}
            """);
        var renamed = (await edge.Put($"/service/{service}/version/1/acl/test_acl", "Name=test_acl&name=new_test_acl")).Expect(200);
        Assert.Equal(("new_test_acl", (string)created.Json["id"]!), ((string)renamed["name"]!, (string)renamed["id"]!));
        Assert.Contains("Couldn't find ACL '{", (await edge.Get($"/service/{service}/version/1/acl/test_acl")).Detail!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("name=1a")]
    [InlineData("name=a-b")]
    [InlineData("name=%C3%A9")]
    public async Task Need_a_name_that_can_stand_in_an_expression(string form)
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Service();
        const string Refused = """{"msg":"Bad request","detail":"Name must start with alphabetical and contain only alphanumeric, underscore, and whitespace"}""";
        (await edge.Post($"/service/{service}/version/1/acl", form)).Is(400, Refused);
        (await edge.Post($"/service/{service}/version/1/dictionary", form)).Is(400, Refused);
        (await edge.Post($"/service/{service}/version/1/acl", "name=a+1_b")).Expect(200);
    }

    [Fact]
    public async Task Answer_negated_as_a_number_when_written_and_as_a_text_when_read()
    {
        await using var edge = await ControlUnderTest.Start();
        var (service, at) = await List(edge);
        var created = await edge.Post($"{at}/entry", "comment=test+entry&ip=10.0.0.3&negated=0&subnet=8");
        var entry = (string)created.Expect(200)["id"]!;
        string Shown(string ip, string negated) => $$"""
            {"service_id":"{{service}}","acl_id":"{{at.Split('/')[^1]}}","ip":"{{ip}}","negated":{{negated}},"subnet":8,"comment":"test entry",
             "created_at":"{{ControlUnderTest.Noon}}","id":"{{entry}}","updated_at":"{{ControlUnderTest.Noon}}"}
            """;
        created.Is(200, Shown("10.0.0.3", "0"));
        (await edge.Get($"{at}/entry/{entry}")).Is(200, Shown("10.0.0.3", "\"0\""));
        (await edge.Send("PATCH", $"{at}/entry/{entry}", "ip=10.0.0.4&negated=1")).Is(200, Shown("10.0.0.4", "1"));
        (await edge.Get($"{at}/entries?direction=descend&page=1&per_page=100&sort=created")).Is(200, $"[{Shown("10.0.0.4", "\"1\"")}]");
        (await edge.Delete($"{at}/entry/{entry}")).Is(200, """{"status":"ok"}""");
        (await edge.Get($"{at}/entry/{entry}")).Expect(404);
    }

    [Theory]
    [InlineData("ip=10.0.0.300")]
    [InlineData("ip=example.com")]
    [InlineData("subnet=8")]
    [InlineData("ip=10.0.0.1&subnet=33")]
    [InlineData("ip=::1&subnet=129")]
    [InlineData("ip=10.0.0.1&negated=2")]
    public async Task Refuse_what_is_no_address(string form)
    {
        await using var edge = await ControlUnderTest.Start();
        var (_, at) = await List(edge);
        (await edge.Post($"{at}/entry", form)).Expect(400);
        (await edge.Get($"{at}/entries")).Is(200, "[]");
        var whole = (await edge.Post($"{at}/entry", "ip=2001:db8::1")).Expect(200);
        Assert.Null(whole["subnet"]);
        (await edge.Post($"{at}/entry", "ip=2001:db8::&subnet=64")).Expect(200);
    }

    [Fact]
    public async Task Take_a_batch_and_survive_a_restart()
    {
        using var folder = new TempFolder();
        string at, shown;
        await using (var edge = await ControlUnderTest.Start(folder.Path))
        {
            (_, at) = await List(edge);
            (await edge.Send("PATCH", $"{at}/entries", """
                {"entries":[{"comment":"one","ip":"127.0.0.1","negated":"0","op":"create","subnet":24},
                            {"comment":"two","ip":"192.168.0.1","negated":"1","op":"create","subnet":24}]}
                """, "application/json")).Is(200, """{"status":"ok"}""");
            var ids = (await edge.Get($"{at}/entries")).Json.AsArray().Select(entry => (string)entry!["id"]!).ToList();
            (await edge.Send("PATCH", $"{at}/entries", $$"""
                {"entries":[{"op":"delete","id":"{{ids[0]}}"},{"op":"update","id":"{{ids[1]}}","subnet":null}]}
                """, "application/json")).Expect(200);
            shown = (await edge.Get($"{at}/entries")).Body;
        }

        await using var again = await ControlUnderTest.Start(folder.Path);
        Assert.Equal(shown, (await again.Get($"{at}/entries")).Body);
        var left = Assert.Single((await again.Get($"{at}/entries")).Json.AsArray())!;
        Assert.Equal(("192.168.0.1", "1", null), ((string)left["ip"]!, (string)left["negated"]!, (int?)left["subnet"]));
    }

    [Fact]
    public async Task Are_told_to_be_damaged_by_the_entries_file_alone()
    {
        using var folder = new TempFolder();
        string at, service;
        await using (var edge = await ControlUnderTest.Start(folder.Path))
        {
            (service, at) = await List(edge);
            (await edge.Post($"{at}/entry", "ip=10.0.0.1")).Expect(200);
        }

        var file = Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "services", service), "content-*"));
        await File.WriteAllTextAsync(file, "format: 1\n");
        await using var again = await ControlUnderTest.Start(folder.Path);
        Assert.Contains(again.Log, line => line.Contains(file, StringComparison.Ordinal));
        Assert.Contains("damaged", (await again.Get($"{at}/entries")).Expect(500)["detail"]!.ToString(), StringComparison.Ordinal);
        (await again.Post($"{at}/entry", "ip=10.0.0.2")).Expect(500);
        Assert.Equal("format: 1\n", await File.ReadAllTextAsync(file));
        (await again.Get($"/service/{service}/version/1/acl")).Expect(200);
    }

    private static async Task<(string Service, string At)> List(ControlUnderTest edge)
    {
        var service = await edge.Service();
        var id = (string)(await edge.Post($"/service/{service}/version/1/acl", "name=list")).Expect(200)["id"]!;
        return (service, $"/service/{service}/acl/{id}");
    }
}
