namespace Unit.Edge.Control;

public sealed class Rules_for_traffic
{
    [Theory]
    [InlineData("header", "action=set&dst=http.foo&ignore_if_set=0&name=N&priority=50&regex=foobar&src=client.ip&substitution=123&type=request", """
        "action":"set","dst":"http.foo","ignore_if_set":"0","priority":"50","regex":"foobar","src":"client.ip","substitution":"123","type":"request",
        "request_condition":null,"cache_condition":null,"response_condition":null
        """)]
    [InlineData("header", "action=delete&dst=http.foo&name=N&type=response", """
        "action":"delete","dst":"http.foo","ignore_if_set":"0","priority":"100","regex":"","src":"","substitution":"","type":"response",
        "request_condition":null,"cache_condition":null,"response_condition":null
        """)]
    [InlineData("cache_settings", "name=N&action=cache&ttl=1234&stale_ttl=1500", """
        "action":"cache","ttl":"1234","stale_ttl":"1500","cache_condition":""
        """)]
    [InlineData("cache_settings", "name=N&action=", """
        "action":null,"ttl":null,"stale_ttl":null,"cache_condition":""
        """)]
    [InlineData("request_settings", "name=N&action=lookup&force_ssl=1&force_miss=true&bypass_busy_wait=1&default_host=example.com&geo_headers=1&hash_keys=a,b,c&max_stale_age=30&timer_support=1&xff=leave", """
        "action":"lookup","force_ssl":"1","force_miss":"1","bypass_busy_wait":"1","default_host":"example.com","geo_headers":"1","hash_keys":"a,b,c",
        "max_stale_age":"30","timer_support":"1","xff":"leave","request_condition":""
        """)]
    [InlineData("request_settings", "name=N&force_ssl=0", """
        "action":"","force_ssl":"0","force_miss":null,"bypass_busy_wait":null,"default_host":null,"geo_headers":null,"hash_keys":null,
        "max_stale_age":null,"timer_support":null,"xff":null,"request_condition":""
        """)]
    [InlineData("response_object", "name=N&content=abcd&content_type=text/plain", """
        "status":"200","response":"Ok","content":"abcd","content_type":"text/plain","request_condition":"","cache_condition":""
        """)]
    [InlineData("gzip", "name=N&content_types=text%2Fhtml+text%2Fcss&extensions=html+css", """
        "content_types":"text/html text/css","extensions":"html css","cache_condition":""
        """)]
    public async Task Are_answered_in_texts_and_live_through_renaming_cloning_and_deletion(string kind, string form, string fields)
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Service();
        var at = $"/service/{service}/version/1/{kind}";
        string Shown(string name, int version) => $$"""
            {"name":"{{name}}",{{fields}},"service_id":"{{service}}","version":"{{version}}",
             "created_at":"{{ControlUnderTest.Noon}}","updated_at":"{{ControlUnderTest.Noon}}","deleted_at":null}
            """;
        (await edge.Post(at, form)).Is(200, Shown("N", 1));
        Assert.Equal(409, (await edge.Post(at, form)).Status);
        (await edge.Put($"{at}/N", "name=a%2Fb")).Is(200, Shown("a/b", 1));
        (await edge.Get(at)).Is(200, $"[{Shown("a/b", 1)}]");
        (await edge.Put($"/service/{service}/version/1/clone")).Expect(200);
        (await edge.Get($"/service/{service}/version/2/{kind}/a%2Fb")).Is(200, Shown("a/b", 2));
        (await edge.Delete($"{at}/a%2Fb")).Is(200, """{"status":"ok"}""");
        (await edge.Delete($"{at}/a%2Fb")).Expect(404);
        (await edge.Put($"/service/{service}/version/2/lock")).Expect(200);
        (await edge.Delete($"/service/{service}/version/2/{kind}/a%2Fb")).Is(
            422, $$"""{"msg":"Version locked","detail":"Version '2' for service '{{service}}' is locked"}""");
    }

    [Fact]
    public async Task Compress_the_usual_types_when_none_are_named()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Service();
        var gzip = (await edge.Post($"/service/{service}/version/1/gzip", "name=g")).Expect(200);
        Assert.Equal("css js html eot ico otf ttf json", (string)gzip["extensions"]!);
        Assert.StartsWith("text/html application/x-javascript", (string)gzip["content_types"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("header", "name=N&action=set&type=request&dst=http.a&request_condition=c")]
    [InlineData("cache_settings", "name=N&cache_condition=c")]
    [InlineData("request_settings", "name=N&request_condition=c")]
    [InlineData("response_object", "name=N&request_condition=c")]
    [InlineData("gzip", "name=N&cache_condition=c")]
    public async Task Name_only_conditions_that_are_there(string kind, string form)
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Service();
        var at = $"/service/{service}/version/1";
        Assert.Contains("\"c\"", (await edge.Post($"{at}/{kind}", form)).Expect(400)["detail"]!.ToString(), StringComparison.Ordinal);
        var (right, wrong) = form.Contains("cache_condition", StringComparison.Ordinal) ? ("CACHE", "RESPONSE") : ("REQUEST", "CACHE");
        (await edge.Post($"{at}/condition", $"name=c&type={wrong}&statement=req.url")).Expect(200);
        Assert.Contains($"of type {wrong}, but must name one of type {right}", (await edge.Post($"{at}/{kind}", form)).Expect(400)["detail"]!.ToString(), StringComparison.Ordinal);
        (await edge.Delete($"{at}/condition/c")).Expect(200);
        (await edge.Post($"{at}/condition", $"name=c&type={right}&statement=req.url")).Expect(200);
        (await edge.Post($"{at}/{kind}", form)).Expect(200);
        (await edge.Delete($"{at}/condition/c")).Expect(400);
    }

    [Theory]
    [InlineData("director", "name=N", "EDGE071 directors[\"N\"].backends")]
    public async Task Are_refused_when_the_runtime_would_not_obey_them(string kind, string form, string problem)
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Ready();
        (await edge.Post($"/service/{service}/version/1/{kind}", form)).Expect(200);
        Assert.StartsWith(problem, (await edge.Put($"/service/{service}/version/1/activate")).Expect(400)["detail"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(edge.Published);
    }

    [Theory]
    [InlineData("request_settings", "name=N&max_stale_age=1&force_ssl=1", "EDGE066 requestSettings[\"N\"].maxStaleAge")]
    [InlineData("request_settings", "name=N&geo_headers=1", "EDGE067 requestSettings[\"N\"].geoHeaders")]
    [InlineData("response_object", "name=N", "EDGE065 responseObjects[\"N\"]")]
    public async Task Are_obeyed_but_for_what_is_said(string kind, string form, string warning)
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Ready();
        (await edge.Post($"/service/{service}/version/1/{kind}", form)).Expect(200);
        Assert.StartsWith(warning, (string)(await edge.Put($"/service/{service}/version/1/activate")).Expect(200)["msg"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("general.stale_if_error=1", null)]
    [InlineData("general.default_ttl=5", null)]
    [InlineData("general.default_pci=5", "EDGE121 settings.defaultPci")]
    public async Task Include_settings(string form, string? warning)
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Ready();
        (await edge.Put($"/service/{service}/version/1/settings", form)).Expect(200);
        var said = (await edge.Put($"/service/{service}/version/1/activate")).Expect(200);
        Assert.StartsWith(warning ?? "", (string?)said["msg"] ?? "", StringComparison.Ordinal);
        Assert.Equal(warning is null, said["msg"] is null);
    }

    [Theory]
    [InlineData("snippet", "name=N&type=recv&content=x", "EDGE120 snippets[\"N\"]")]
    [InlineData("vcl", "name=N&content=x&main=1", "EDGE120 vcls[\"N\"]")]
    public async Task Are_not_executed_when_they_are_VCL_and_that_is_said(string kind, string form, string warning)
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Ready();
        (await edge.Post($"/service/{service}/version/1/{kind}", form)).Expect(200);
        (await edge.Post($"/service/{service}/version/1/dictionary", "name=d")).Expect(200);
        (await edge.Post($"/service/{service}/version/1/acl", "name=a")).Expect(200);
        var said = (await edge.Put($"/service/{service}/version/1/activate")).Expect(200);
        Assert.StartsWith(warning, (string)said["msg"]!, StringComparison.Ordinal);
    }
}
