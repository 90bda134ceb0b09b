using EdgeInfra.Model;
using Kit;

namespace Unit.Edge.Control;

public sealed class Contents_in_traffic : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Change_what_is_live_at_once_and_without_a_version()
    {
        await using var edge = await ControlUnderTest.Start(_folder.Path);
        var (service, table, acl) = await Live(edge);
        Assert.Equal("origin", Chosen(edge.Published.Last()));

        (await edge.Post($"{table}/item", "item_key=/a&item_value=api")).Expect(200);
        Assert.Equal("api", Chosen(edge.Published.Last()));
        Assert.Contains("\"/a\": \"api\",", (string)(await edge.Get($"/service/{service}/version/1/generated_vcl")).Json["content"]!, StringComparison.Ordinal);
        (await edge.Send("PATCH", $"{table}/items", """{"items":[{"op":"update","item_key":"/a","item_value":"x"}]}""", "application/json")).Expect(200);
        Assert.Equal("origin", Chosen(edge.Published.Last()));
        (await edge.Put($"{table}/item/%2Fa", "item_value=api")).Expect(200);
        Assert.Equal("api", Chosen(edge.Published.Last()));
        (await edge.Delete($"{table}/item/%2Fa")).Expect(200);
        Assert.Equal("origin", Chosen(edge.Published.Last()));

        var entry = (string)(await edge.Post($"{acl}/entry", "ip=192.0.2.0&subnet=24")).Expect(200)["id"]!;
        Assert.Equal("api", Chosen(edge.Published.Last()));
        (await edge.Send("PATCH", $"{acl}/entry/{entry}", "negated=1")).Expect(200);
        Assert.Equal("origin", Chosen(edge.Published.Last()));

        Assert.All(edge.Published, config => Assert.Equal(1, config.Services.Single().VersionNumber));
        Assert.Single((await edge.Get($"/service/{service}/version")).Json.AsArray());
        var published = edge.Published.Count;
        (await edge.Post($"{table}/item", "item_key=")).Expect(400);
        Assert.Equal(published, edge.Published.Count);
    }

    [Fact]
    public async Task Are_found_under_the_name_that_the_live_version_has_for_them()
    {
        await using var edge = await ControlUnderTest.Start(_folder.Path);
        var (service, table, _) = await Live(edge);
        (await edge.Put($"/service/{service}/version/1/clone")).Expect(200);
        (await edge.Put($"/service/{service}/version/2/dictionary/routes", "name=paths")).Expect(200);
        (await edge.Post($"{table}/item", "item_key=/a&item_value=api")).Expect(200);
        Assert.Equal("api", Chosen(edge.Published.Last()));

        var refused = (await edge.Put($"/service/{service}/version/2/activate")).Expect(400);
        Assert.Contains("no table \"routes\". There are paths.", (string)refused["detail"]!, StringComparison.Ordinal);
        (await edge.Put($"/service/{service}/version/2/condition/c", "statement=table.contains(paths, req.url)")).Expect(200);
        (await edge.Put($"/service/{service}/version/2/activate")).Expect(200);
        Assert.Equal("api", Chosen(edge.Published.Last()));
    }

    [Fact]
    public async Task Do_nothing_for_a_service_that_is_not_live()
    {
        await using var edge = await ControlUnderTest.Start(_folder.Path);
        var (service, table, _) = await Live(edge);
        (await edge.Put($"/service/{service}/version/1/deactivate")).Expect(200);
        (await edge.Post($"{table}/item", "item_key=/a&item_value=api")).Expect(200);
        Assert.Empty(edge.Published.Last().Services);
    }

    [Fact]
    public async Task Survive_a_restart()
    {
        await using (var edge = await ControlUnderTest.Start(_folder.Path))
        {
            (await edge.Post($"{(await Live(edge)).Table}/item", "item_key=/a&item_value=api")).Expect(200);
        }

        await using var again = await ControlUnderTest.Start(_folder.Path);
        Assert.Empty(again.Log);
        Assert.Equal("api", Chosen(again.Active));
    }

    [Theory]
    [InlineData(null, "Could not find file")]
    [InlineData("format: 1\n", "its end is missing")]
    [InlineData("10.0.0.300", "it must be an IPv4 or IPv6 address")]
    public async Task Are_never_taken_for_empty_when_they_are_lost_or_damaged(string? left, string why)
    {
        string service;
        await using (var edge = await ControlUnderTest.Start(_folder.Path))
        {
            (service, _, var acl) = await Live(edge);
            (await edge.Put($"/service/{service}/version/1/clone")).Expect(200);
            (await edge.Post($"{acl}/entry", "ip=10.0.0.3")).Expect(200);
        }

        var file = Assert.Single(Directory.GetFiles(_folder.At("services", service), "content-*"));
        var text = await File.ReadAllTextAsync(file);
        File.Delete(file);
        if (left is not null)
        {
            await File.WriteAllTextAsync(file, left.Contains(':', StringComparison.Ordinal) ? left : text.Replace("10.0.0.3", left, StringComparison.Ordinal));
        }

        await using var again = await ControlUnderTest.Start(_folder.Path);
        Assert.Empty(again.Active.Services);
        Assert.Contains(again.Log, line => line.Contains($"The service {service} gets no traffic", StringComparison.Ordinal));
        var refused = (string)(await again.Put($"/service/{service}/version/2/activate")).Expect(400)["detail"]!;
        Assert.StartsWith("EDGE015 acls[\"office\"]", refused, StringComparison.Ordinal);
        Assert.Contains(file, refused, StringComparison.Ordinal);
        Assert.Contains(why, refused, StringComparison.Ordinal);
        (await again.Get($"/service/{service}/version/2/generated_vcl")).Expect(500);
        (await again.Delete($"/service/{service}/version/2/acl/office")).Expect(200);
        (await again.Put($"/service/{service}/version/2/condition/c", "statement=req.url")).Expect(200);
        (await again.Put($"/service/{service}/version/2/activate")).Expect(200);
    }

    [Fact]
    public async Task Keep_nobody_out_of_traffic_who_does_not_look_them_up()
    {
        string service;
        await using (var edge = await ControlUnderTest.Start(_folder.Path))
        {
            (service, _, _) = await Live(edge);
            (await edge.Put($"/service/{service}/version/1/clone")).Expect(200);
            var other = (string)(await edge.Post($"/service/{service}/version/2/acl", "name=unused")).Expect(200)["id"]!;
            (await edge.Post($"/service/{service}/acl/{other}/entry", "ip=192.0.2.1")).Expect(200);
            (await edge.Put($"/service/{service}/version/2/activate")).Expect(200);
        }

        File.Delete(Assert.Single(Directory.GetFiles(_folder.At("services", service), "content-*")));
        await using var again = await ControlUnderTest.Start(_folder.Path);

        Assert.Equal(2, again.Active.Services.Single().VersionNumber);
        Assert.StartsWith("EDGE140 acls[\"unused\"]", (string)(await again.Get($"/service/{service}/version/2/validate")).Expect(200)["msg"]!, StringComparison.Ordinal);
        (await again.Put($"/service/{service}/version/1/activate")).Expect(200);
    }

    private static async Task<(string Service, string Table, string Acl)> Live(ControlUnderTest edge)
    {
        var service = await edge.Ready();
        var at = $"/service/{service}/version/1";
        var table = (string)(await edge.Post($"{at}/dictionary", "name=routes")).Expect(200)["id"]!;
        var acl = (string)(await edge.Post($"{at}/acl", "name=office")).Expect(200)["id"]!;
        const string Statement = "table.lookup(routes, req.url) == \"api\" || client.ip ~ office";
        (await edge.Post($"{at}/condition", $"name=c&type=REQUEST&statement={Uri.EscapeDataString(Statement)}")).Expect(200);
        (await edge.Post($"{at}/backend", "name=api&address=192.0.2.2&request_condition=c")).Expect(200);
        (await edge.Put($"{at}/activate")).Expect(200);
        return (service, $"/service/{service}/dictionary/{table}", $"/service/{service}/acl/{acl}");
    }

    private static string Chosen(EdgeConfig config) => config.Services.Single().Choice.For(new Asked())[0].Origin.Name;

    private sealed class Asked : IRequestView
    {
        public string Url => "/a";

        public string Method => "GET";

        public string ClientIp => "192.0.2.7";

        public string? Header(string name) => null;
    }
}
