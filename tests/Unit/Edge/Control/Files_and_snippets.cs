using Kit;

namespace Unit.Edge.Control;

public sealed class Files_and_snippets
{
    [Fact]
    public async Task A_snippet_is_answered_in_texts()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Service();
        var at = $"/service/{service}/version/1/snippet";
        var created = await edge.Post(at, "name=snipver&type=fetch&content=%23vcl");
        string Shown(string content, string priority) => $$"""
            {"name":"snipver","type":"fetch","content":"{{content}}","priority":"{{priority}}","dynamic":"0","id":"{{(string)created.Json["id"]!}}",
             "service_id":"{{service}}","version":"1","created_at":"{{ControlUnderTest.Noon}}","updated_at":"{{ControlUnderTest.Noon}}","deleted_at":null}
            """;
        created.Is(200, Shown("#vcl", "100"));
        (await edge.Put($"{at}/snipver", "content=%23new&priority=7&type=fetch")).Is(200, Shown("#new", "7"));
        (await edge.Put($"{at}/snipver", "dynamic=1")).Expect(400);
        (await edge.Post(at, "name=x&type=never")).Expect(400);
        (await edge.Get($"/service/{service}/snippet/{(string)created.Json["id"]!}")).Expect(404);
    }

    [Fact]
    public async Task A_dynamic_snippet_keeps_its_content_outside_of_versions()
    {
        using var folder = new TempFolder();
        string content, shown;
        await using (var edge = await ControlUnderTest.Start(folder.Path))
        {
            var service = await edge.Service();
            var at = $"/service/{service}/version/1/snippet";
            var created = await edge.Post(at, "content=%23vcl&dynamic=1&name=snipdyn&priority=123&type=fetch");
            var id = (string)created.Expect(200)["id"]!;
            created.Is(200, $$"""
                {"content":null,"dynamic":"1","name":"snipdyn","priority":"123","type":"fetch","service_id":"{{service}}","version":"1","id":"{{id}}",
                 "created_at":"{{ControlUnderTest.Noon}}","updated_at":"{{ControlUnderTest.Noon}}","deleted_at":null}
                """);
            content = $"/service/{service}/snippet/{id}";
            string Shown(string text) => $$"""
                {"content":"{{text}}","snippet_id":"{{id}}","service_id":"{{service}}","created_at":"{{ControlUnderTest.Noon}}","updated_at":"{{ControlUnderTest.Noon}}"}
                """;
            (await edge.Get(content)).Is(200, Shown("#vcl"));
            (await edge.Put($"{at}/snipdyn", "content=x")).Expect(400);
            (await edge.Put($"/service/{service}/version/1/lock")).Expect(200);
            (await edge.Put(content, "content=%23vclUpdated")).Is(200, Shown("#vclUpdated"));
            shown = (await edge.Get(content)).Body;
        }

        await using var again = await ControlUnderTest.Start(folder.Path);
        Assert.Equal(shown, (await again.Get(content)).Body);
    }

    [Fact]
    public async Task One_file_at_most_is_the_main_one()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Service();
        var at = $"/service/{service}/version/1/vcl";
        string Shown(string name, string main) => $$"""
            {"name":"{{name}}","content":"sub a {\n}\n","main":{{main}},"service_id":"{{service}}","version":1,
             "created_at":"{{ControlUnderTest.Noon}}","updated_at":"{{ControlUnderTest.Noon}}","deleted_at":null}
            """;
        (await edge.Post(at, "name=one&content=sub+a+%7B%0A%7D%0A")).Is(200, Shown("one", "false"));
        (await edge.Post(at, "name=two&content=sub+a+%7B%0A%7D%0A&main=true")).Is(200, Shown("two", "true"));
        (await edge.Put($"{at}/one/main")).Is(200, Shown("one", "true"));
        (await edge.Get($"{at}/two")).Is(200, Shown("two", "false"));
        (await edge.Put($"{at}/three/main")).Is(404, $$"""
            {"msg":"Record not found",
             "detail":"Couldn't find VCL '{ deleted => 0000-00-00 00:00:00, name => three, service => {{service}}, version => 1 }'"}
            """);
        (await edge.Post(at, "name=one&content=x")).Is(409, """{"msg":"Duplicate record","detail":"Duplicate VCL: 'one'"}""");
        using var text = await edge.Client.GetAsync($"{at}/one/download");
        Assert.Equal("text/plain", text.Content.Headers.ContentType!.MediaType);
        Assert.Equal("sub a {\n}\n", await text.Content.ReadAsStringAsync());
    }
}
