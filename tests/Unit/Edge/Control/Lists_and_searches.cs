namespace Unit.Edge.Control;

public sealed class Lists_and_searches
{
    [Fact]
    public async Task Of_services_come_in_parts_and_in_the_order_asked_for()
    {
        await using var edge = await ControlUnderTest.Start();
        foreach (var name in (string[])["c", "a", "b"])
        {
            (await edge.Post("/service", $"name={name}")).Expect(200);
            edge.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["c", "a", "b"], await Names(edge, ""));
        Assert.Equal(["b", "a", "c"], await Names(edge, "?sort=created&direction=descend"));
        Assert.Equal(["a", "b", "c"], await Names(edge, "?sort=name&direction=ascend"));
        Assert.Equal(["b"], await Names(edge, "?page=2&per_page=2"));
        Assert.Equal(["c", "a", "b"], await Names(edge, "?page=0&per_page=-1"));
        Assert.Empty(await Names(edge, "?page=9&per_page=2"));
        using var first = await edge.Client.GetAsync(new Uri("/service?per_page=2&sort=name", UriKind.Relative));
        Assert.Equal(
            "</service?per_page=2&sort=name&page=2>; rel=\"next\", </service?per_page=2&sort=name&page=2>; rel=\"last\"",
            string.Join(", ", first.Headers.GetValues("Link")));
    }

    [Fact]
    public async Task By_name_find_exactly_one_service_that_is_not_deleted()
    {
        await using var edge = await ControlUnderTest.Start();
        var (www, other) = (await edge.Service("www"), await edge.Service("www2"));

        Assert.Equal(www, (string)(await edge.Get("/service/search?name=www")).Expect(200)["id"]!);
        foreach (var none in (string[])["ww", "WWW", "www+", ""])
        {
            (await edge.Get($"/service/search?name={none}")).Is(404, """{"msg":"Record not found","detail":"Cannot load service"}""");
        }

        (await edge.Delete($"/service/{www}")).Expect(200);
        (await edge.Get("/service/search?name=www")).Expect(404);
        var limited = ("Fastly-Key", await edge.NewToken($"services[]={other}"));
        await edge.Service("www");
        (await edge.With("GET", "/service/search?name=www", limited)).Expect(404);
        (await edge.With("GET", "/service/search?name=www2", limited)).Expect(200);
    }

    [Fact]
    public async Task Of_domains_are_those_of_the_version_the_service_is_known_by()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();
        (await edge.Put($"/service/{id}/version/1/activate")).Expect(200);
        (await edge.Put($"/service/{id}/version/1/clone")).Expect(200);
        (await edge.Post($"/service/{id}/version/2/domain", "name=draft.example.com")).Expect(200);

        var domain = Assert.Single((await edge.Get($"/service/{id}/domain")).Expect(200).AsArray());
        Assert.Equal(("www.example.com", 1), ((string)domain!["name"]!, (int)domain["version"]!));
        (await edge.Get("/service/none/domain")).Expect(404);
    }

    [Fact]
    public async Task Of_tokens_are_the_customers()
    {
        await using var edge = await ControlUnderTest.Start();
        var customer = (string)(await edge.Get("/current_user")).Expect(200)["customer_id"]!;
        Assert.Equal((await edge.Get("/tokens")).Body, (await edge.Get($"/customer/{customer}/tokens")).Body);
        (await edge.Get("/customer/none/tokens")).Expect(404);
    }

    [Fact]
    public async Task Tell_what_the_edge_answers_for_an_address()
    {
        await using var edge = await ControlUnderTest.Start();
        (await edge.Get("/content/edge_check?url=www.example.com/a%3Fb=1")).Is(200, """
            [{"hash":"d41d8cd98f00b204e9800998ecf8427e","pop":"LOCAL","server":"cache-local","response_time":0.0015,
              "request":{"headers":{"Host":"www.example.com"},"method":null,"url":null},
              "response":{"headers":{"X-Path":"/a?b=1"},"status":200}}]
            """);
        (await edge.Get("/content/edge_check?url=file:///etc/passwd")).Expect(400);
        (await edge.Get("/content/edge_check")).Expect(400);
    }

    private static async Task<IEnumerable<string>> Names(ControlUnderTest edge, string query) =>
        (await edge.Get($"/service{query}")).Expect(200).AsArray().Select(service => (string)service!["name"]!);
}
