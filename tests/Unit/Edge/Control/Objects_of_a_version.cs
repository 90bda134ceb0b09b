namespace Unit.Edge.Control;

public sealed class Objects_of_a_version
{
    private const string Times =
        $"\"created_at\":\"{ControlUnderTest.Noon}\",\"updated_at\":\"{ControlUnderTest.Noon}\",\"deleted_at\":null";

    [Fact]
    public async Task Answer_a_backend_with_every_default()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();
        var created = await edge.Post($"/service/{id}/version/1/backend", "name=origin&address=origin.example.com&Backend=junk");
        created.Is(200, $$"""
            {"name":"origin","address":"origin.example.com","hostname":"origin.example.com","ipv4":null,"ipv6":null,"port":80,"use_ssl":false,
             "override_host":null,"connect_timeout":1000,"first_byte_timeout":15000,"between_bytes_timeout":10000,"max_conn":200,"keepalive_time":null,
             "tcp_keepalive_enable":null,"tcp_keepalive_time":null,"tcp_keepalive_interval":null,"tcp_keepalive_probes":null,"weight":100,
             "auto_loadbalance":false,"healthcheck":null,"request_condition":"","shield":null,"share_key":null,"prefer_ipv6":false,"ssl_check_cert":true,
             "ssl_cert_hostname":null,"ssl_sni_hostname":null,"ssl_hostname":null,"ssl_ca_cert":null,"ssl_client_cert":null,"ssl_client_key":null,
             "ssl_ciphers":null,"min_tls_version":null,"max_tls_version":null,"error_threshold":0,"client_cert":null,"comment":"",
             "service_id":"{{id}}","version":1,{{Times}}}
            """);
        (await edge.Get($"/service/{id}/version/1/backend/origin")).Is(200, created.Body);
        (await edge.Get($"/service/{id}/version/1/backend")).Is(200, $"[{created.Body}]");

        (await edge.Put($"/service/{id}/version/1/lock")).Expect(200);
        Assert.True((bool)(await edge.Get($"/service/{id}/version/1/backend/origin")).Json["locked"]!);
    }

    [Fact]
    public async Task Derive_the_kind_of_address_and_tls_from_the_port()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();
        var at = $"/service/{id}/version/1/backend";
        var tls = (await edge.Post(at, "name=a&ipv4=192.0.2.1&port=443")).Expect(200);
        Assert.Equal(("192.0.2.1", "192.0.2.1", null, true),
            ((string)tls["address"]!, (string?)tls["ipv4"], (string?)tls["hostname"], (bool)tls["use_ssl"]!));
        Assert.Equal("2001:db8::1", (string?)(await edge.Post(at, "name=b&address=2001:db8::1")).Expect(200)["ipv6"]);

        Assert.True((bool)(await edge.Put($"{at}/a", "port=8443")).Expect(200)["use_ssl"]!);
        Assert.False((bool)(await edge.Put($"{at}/a", "port=80")).Expect(200)["use_ssl"]!);
        Assert.False((bool)(await edge.Put($"{at}/a", "port=443&use_ssl=false")).Expect(200)["use_ssl"]!);
    }

    [Fact]
    public async Task Change_only_what_is_sent_and_clear_what_is_empty()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();
        var at = $"/service/{id}/version/1/backend";
        (await edge.Post(at, "name=a&address=192.0.2.1&override_host=x.example.com&weight=7")).Expect(200);
        edge.Time.Advance(TimeSpan.FromSeconds(5.7));

        var changed = (await edge.Put($"{at}/a", "override_host=&max_use=3")).Expect(200);
        Assert.Equal((null, 3, 7), ((string?)changed["override_host"], (int)changed["max_use"]!, (int)changed["weight"]!));
        Assert.Equal(
            (ControlUnderTest.Noon, "2026-01-02T12:00:05Z"), ((string)changed["created_at"]!, (string)changed["updated_at"]!));
        Assert.Equal("2026-01-02T12:00:05Z", (string)(await edge.Get($"/service/{id}/version/1")).Json["updated_at"]!);
    }

    [Fact]
    public async Task Are_found_by_names_with_slashes_blanks_and_any_letters()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();
        var at = $"/service/{id}/version/1/condition";
        (await edge.Post(at, "name=test%2Fcondition&priority=1&statement=req.url~%2B%22index.html%22&type=REQUEST")).Is(200, $$"""
            {"name":"test/condition","priority":"1","statement":"req.url~+\"index.html\"","type":"REQUEST","comment":"","service_id":"{{id}}","version":"1",{{Times}}}
            """);
        (await edge.Put($"{at}/test%2Fcondition", "name=a+b%2Bc%C3%A9")).Expect(200);
        Assert.Equal("a b+cé", (string)(await edge.Get($"{at}/a%20b+c%C3%A9")).Expect(200)["name"]!);
        (await edge.Get($"{at}/test%2Fcondition")).Is(404, $$"""
            {"msg":"Record not found",
             "detail":"Couldn't find Condition '{ deleted => 0000-00-00 00:00:00, name => test/condition, service => {{id}}, version => 1 }'"}
            """);
        (await edge.Delete($"{at}/a%20b+c%C3%A9")).Is(200, """{"status":"ok"}""");
        (await edge.Get(at)).Is(200, "[]");
    }

    [Fact]
    public async Task Escape_angle_brackets_as_Fastly_does()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();
        Assert.Contains(
            "deleted =\\u003e 0000", (await edge.Get($"/service/{id}/version/1/domain/x")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("headers=%5B\"Foo:Bar\",\"Baz:Qux\"%5D", "application/x-www-form-urlencoded")]
    [InlineData("headers=Foo:Bar,Baz:Qux", "application/x-www-form-urlencoded")]
    [InlineData("headers[]=Foo:Bar&headers[]=Baz:Qux", "application/x-www-form-urlencoded")]
    [InlineData("""{"headers":["Foo:Bar","Baz:Qux"]}""", "application/json")]
    public async Task Take_lists_in_every_form_clients_send(string headers, string type)
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();
        var at = $"/service/{id}/version/1/healthcheck";
        var fields = type == "application/json" ? headers.Replace("{", """{"name":"h","host":"example.com","path":"/",""", StringComparison.Ordinal) : "name=h&host=example.com&path=/&" + headers;
        (await edge.Send("POST", at, fields, type)).Is(200, $$"""
            {"name":"h","host":"example.com","path":"/","method":"HEAD","http_version":"1.1","expected_response":200,"check_interval":5000,"timeout":500,
             "window":5,"threshold":3,"initial":2,"headers":["Baz: Qux","Foo: Bar"],"comment":"","service_id":"{{id}}","version":1,{{Times}}}
            """);
        var updated = (await edge.Put($"{at}/h", "headers=%5B\"Beep:Boop\"%5D")).Expect(200);
        Assert.Equal("Beep:Boop", (string)updated["headers"]![0]!);
    }

    [Fact]
    public async Task Do_not_share_names()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();
        var at = $"/service/{id}/version/1";
        (await edge.Post($"{at}/backend", "name=origin&address=192.0.2.9")).Is(409, """{"msg":"Duplicate record","detail":"Duplicate backend: 'origin'"}""");
        (await edge.Post($"{at}/domain", "name=WWW.Example.com")).Expect(409);
        (await edge.Post($"{at}/backend", "name=other&address=192.0.2.9")).Expect(200);
        (await edge.Put($"{at}/backend/other", "name=origin")).Is(409, """{"msg":"Duplicate record","detail":"Duplicate backend: 'origin'"}""");
        (await edge.Post($"{at}/healthcheck", "name=origin&host=a.example.com&path=/")).Expect(200);
    }

    [Fact]
    public async Task Tell_every_field_that_is_wrong_and_never_a_secret()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();
        var at = $"/service/{id}/version/1/backend";
        var refused = await edge.Post(at, "address=http://x&port=70000&weight=many&use_ssl=maybe&healthcheck=none&request_condition=none&shield=iad-va-us&ssl_client_key=hidden");
        Assert.Equal("Bad request", (string)refused.Expect(400)["msg"]!);
        var lines = refused.Detail!.Split('\n');
        Assert.Equal(
            ["address", "healthcheck", "name", "port", "request_condition", "use_ssl", "weight"],
            lines.Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.Contains("port is 70000, but must be between 1 and 65535.", lines);
        Assert.DoesNotContain("hidden", refused.Body, StringComparison.Ordinal);

        (await edge.Put($"{at}/origin", "port=70000")).Is(400, """{"msg":"Bad request","detail":"port is 70000, but must be between 1 and 65535."}""");
        Assert.Equal(80, (int)(await edge.Get($"{at}/origin")).Json["port"]!);
    }

    [Fact]
    public async Task Keep_what_this_edge_does_not_act_on_and_warn_at_activation()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();
        var at = $"/service/{id}/version/1";
        var backend = (await edge.Put($"{at}/backend/origin", "shield=iad-va-us&ssl_ciphers=HIGH&error_threshold=3&client_cert=x")).Expect(200);
        Assert.Equal(("iad-va-us", "HIGH"), ((string)backend["shield"]!, (string)backend["ssl_ciphers"]!));
        Assert.Equal("x", (string)backend["client_cert"]!);

        var told = (await edge.Put($"{at}/activate")).Expect(200).ToJsonString();
        Assert.All(["EDGE190", "EDGE191", "EDGE192"], code => Assert.Contains(code, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stay_while_another_one_names_them()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();
        var at = $"/service/{id}/version/1";
        (await edge.Post($"{at}/condition", "name=c&type=REQUEST&statement=req.url")).Expect(200);
        (await edge.Post($"{at}/healthcheck", "name=h&host=a.example.com&path=/")).Expect(200);
        (await edge.Put($"{at}/backend/origin", "request_condition=c&healthcheck=h")).Expect(200);

        (await edge.Delete($"{at}/condition/c")).Is(400, """{"msg":"Bad request","detail":"Condition 'c' is used by Backend 'origin': change that first"}""");
        (await edge.Put($"{at}/healthcheck/h", "name=i")).Expect(400);
        (await edge.Put($"{at}/backend/origin", "request_condition=&healthcheck=")).Expect(200);
        (await edge.Delete($"{at}/condition/c")).Expect(200);
        (await edge.Put($"{at}/healthcheck/h", "name=i")).Expect(200);
    }
}
