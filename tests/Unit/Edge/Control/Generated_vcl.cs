using EdgeInfra.Model;

namespace Unit.Edge.Control;

public sealed class Generated_vcl
{
    [Fact]
    public async Task Is_told_as_an_object_and_as_plain_text_even_of_a_draft()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();

        var told = (await edge.Get($"/service/{id}/version/1/generated_vcl")).Expect(200);
        using var plain = await edge.Client.GetAsync($"/service/{id}/version/1/generated_vcl/content");

        var content = (string)told["content"]!;
        Assert.Contains("backend F_origin {", content, StringComparison.Ordinal);
        Assert.Equal((id, 1, true), ((string)told["service_id"]!, (int)told["version"]!, (bool)told["main"]!));
        Assert.Equal("text/plain", plain.Content.Headers.ContentType!.MediaType);
        Assert.Equal(content, await plain.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Holds_a_dynamic_snippet_as_it_is_now()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();
        var snippet = (await edge.Post($"/service/{id}/version/1/snippet", "name=own&type=recv&dynamic=1&content=set+req.http.A+%3D+%221%22%3B")).Expect(200);

        (await edge.Put($"/service/{id}/snippet/{snippet["id"]}", "content=set+req.http.A+%3D+%222%22%3B")).Expect(200);

        var content = (string)(await edge.Get($"/service/{id}/version/1/generated_vcl")).Expect(200)["content"]!;
        Assert.Contains("# Snippet own : 100\nset req.http.A = \"2\";\n", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_a_boilerplate_for_files_of_ones_own()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();

        Assert.Equal(new Said(200, VclBoilerplate.Text), await edge.Get($"/service/{id}/version/1/boilerplate"));
    }

    [Theory]
    [InlineData("/generated_vcl")]
    [InlineData("/generated_vcl/content")]
    [InlineData("/boilerplate")]
    public async Task Is_not_found_for_a_version_that_does_not_exist(string path)
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();

        var said = await edge.Get($"/service/{id}/version/7{path}");
        Assert.Equal((404, "Record not found"), (said.Status, (string)said.Json["msg"]!));
    }
}
