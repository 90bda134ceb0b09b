namespace Unit.Edge.Control;

public sealed class Differences_of_versions
{
    private const string Settings = """
         settings:
           general.default_host: ''
           general.default_pci: 0
           general.default_ttl: 3600
           general.stale_if_error: false
           general.stale_if_error_ttl: 43200

        """;

    [Fact]
    public async Task Of_empty_versions_tell_every_list()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Service();
        (await edge.Post($"/service/{service}/version")).Expect(200);
        var said = (await edge.Get($"/service/{service}/diff/from/1/to/2")).Expect(200);
        Assert.Equal(("1", "2", "text"), ((string)said["from"]!, (string)said["to"]!, (string)said["format"]!));
        Assert.Equal(
            " acls: []\n backends: []\n cache_settings: []\n comment: ''\n conditions: []\n deployed: false\n dictionaries: []\n directors: []\n"
            + " domains: []\n gzips: []\n headers: []\n healthchecks: []\n request_settings: []\n response_objects: []\n"
            + $" service_id: {service}\n{Settings} snippets: []\n staging: false\n testing: false\n vcls: []\n wordpress: []\n",
            (string)said["diff"]!);
    }

    [Fact]
    public async Task Mark_what_went_and_what_came_by_name()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Service();
        var at = $"/service/{service}/version";
        (await edge.Post($"{at}/1/condition", "name=b&type=REQUEST&statement=req.url&comment=it's")).Expect(200);
        (await edge.Put($"{at}/1/clone")).Expect(200);
        (await edge.Put($"{at}/2/condition/b", "priority=7")).Expect(200);
        (await edge.Post($"{at}/2/condition", "name=a&type=REQUEST&statement=req.url%0A")).Expect(200);
        (await edge.Post($"{at}/2/domain", "name=www.example.com")).Expect(200);
        (await edge.Put($"{at}/2/settings", "general.default_ttl=5")).Expect(200);

        var diff = (string)(await edge.Get($"/service/{service}/diff/from/-2/to/-1")).Expect(200)["diff"]!;
        Assert.Contains("""
             conditions:
            +- comment: ''
            +  name: a
            +  priority: '100'
            +  statement: "req.url\n"
            +  type: REQUEST
             - comment: 'it''s'
               name: b
            -  priority: '100'
            +  priority: '7'
               statement: req.url
               type: REQUEST
             deployed: false

            """, diff, StringComparison.Ordinal);
        Assert.Contains("-domains: []\n+domains:\n+- comment: ''\n+  name: www.example.com\n", diff, StringComparison.Ordinal);
        Assert.Contains("-  general.default_ttl: 3600\n+  general.default_ttl: 5\n", diff, StringComparison.Ordinal);
        Assert.Contains("-- comment: ''\n-  name: a\n", (string)(await edge.Get($"/service/{service}/diff/from/2/to/1")).Json["diff"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_told_as_html_too()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Ready();
        (await edge.Put($"/service/{service}/version/1/clone")).Expect(200);
        (await edge.Put($"/service/{service}/version/2", "comment=a%3Cb")).Expect(200);

        var simple = await edge.Get($"/service/{service}/diff/from/-2/to/-1?format=html_simple");
        Assert.StartsWith("<div class=\"diff\">\n  <ul>\n    <li class=\"unchanged\"><span>acls: []</span></li>\n", (string)simple.Expect(200)["diff"]!, StringComparison.Ordinal);
        Assert.Contains(
            "<li class=\"del\"><del>comment: &#39;&#39;</del></li>\n    <li class=\"ins\"><ins>comment: &#39;a&lt;b&#39;</ins></li>\n",
            (string)simple.Json["diff"]!, StringComparison.Ordinal);
        var html = (await edge.Get($"/service/{service}/diff/from/1/to/2?format=html")).Expect(200);
        Assert.Contains("<ins>comment: &#39;<strong>a&lt;b</strong>&#39;</ins>", (string)html["diff"]!, StringComparison.Ordinal);
        Assert.Equal("html", (string)html["format"]!);
    }

    [Theory]
    [InlineData("/diff/from/1/to/2", 404)]
    [InlineData("/diff/from/-2/to/1", 404)]
    [InlineData("/diff/from/x/to/1", 404)]
    [InlineData("/diff/from/1/to/1?format=html", 200)]
    [InlineData("/diff/from/-1/to/1?format=html_simple", 200)]
    [InlineData("/diff/from/1/to/1?format=xml", 400)]
    [InlineData("/diff/from/1/to/-1?format=text", 200)]
    public async Task Need_versions_and_a_known_format(string path, int status)
    {
        await using var edge = await ControlUnderTest.Start();
        (await edge.Get($"/service/{await edge.Service()}{path}")).Expect(status);
    }
}
