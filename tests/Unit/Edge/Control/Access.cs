using System.Net.Http.Headers;
using System.Net;
using System.Text;
using Kit;

namespace Unit.Edge.Control;

public sealed class Access
{
    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData("")]
    public async Task Needs_the_token_everywhere_but_for_health(string? token)
    {
        await using var edge = await ControlUnderTest.Start();
        edge.Client.DefaultRequestHeaders.Clear();
        if (token is not null)
        {
            edge.Client.DefaultRequestHeaders.Add("Fastly-Key", token);
        }

        (await edge.Get("/health")).Is(200, """{"status":"ok"}""");
        foreach (var path in new[] { "/service", "/nowhere", "/" })
        {
            (await edge.Get(path)).Is(401, """{"msg":"Provided credentials are missing or invalid"}""");
        }

        (await edge.Post("/service", "name=a")).Expect(401);
    }

    [Fact]
    public async Task Tells_a_wrong_method_from_a_wrong_address()
    {
        await using var edge = await ControlUnderTest.Start();
        (await edge.Send("PATCH", "/service")).Is(405, """{"msg":"Method not allowed","detail":"PATCH is not possible here, only GET, POST"}""");
        (await edge.Post("/nowhere/x")).Is(404, """{"msg":"Record not found","detail":"Couldn't find the route 'POST /nowhere/x'"}""");
        (await edge.Delete("/service")).Expect(405);
    }

    [Theory]
    [InlineData("{", "application/json", "not valid JSON")]
    [InlineData("[1]", "application/json", "must be a JSON object")]
    [InlineData("""{"name":"\ud800"}""", "application/json", "not valid UTF-8")]
    [InlineData("<a/>", "application/xml", "Content-Type is 'application/xml'")]
    public async Task Refuses_bodies_it_cannot_read(string body, string type, string reason)
    {
        await using var edge = await ControlUnderTest.Start();
        var refused = await edge.Send("POST", "/service", body, type);
        refused.Expect(400);
        Assert.Contains(reason, refused.Detail, StringComparison.Ordinal);
        (await edge.Get("/service")).Is(200, "[]");
    }

    [Fact]
    public async Task Refuses_text_that_is_not_utf8()
    {
        await using var edge = await ControlUnderTest.Start();
        using var body = new ByteArrayContent([(byte)'n', (byte)'=', 0xff]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        using var refused = await edge.Client.PostAsync(new Uri("/service", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Refuses_bodies_above_a_megabyte()
    {
        await using var edge = await ControlUnderTest.Start();
        (await edge.Post("/service", "name=" + new string('a', 1024 * 1024)))
            .Is(413, """{"msg":"Request entity too large","detail":"A body may have 1048576 bytes at most"}""");
    }

    [Fact]
    public async Task Takes_the_same_fields_as_json()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = (string)(await edge.Send("POST", "/service", """{"name":"json","comment":"é<"}""", "application/json")).Expect(200)["id"]!;
        var backend = await edge.Send("POST", $"/service/{id}/version/1/backend", """{"name":"b","address":"192.0.2.1","port":8080,"use_ssl":true,"healthcheck":null}""", "application/json");
        Assert.Equal((8080, true), ((int)backend.Expect(200)["port"]!, (bool)backend.Json["use_ssl"]!));
        Assert.Equal("é<", (string)(await edge.Get($"/service/{id}")).Json["comment"]!);
    }

    [Fact]
    public async Task Leaves_a_line_per_change_without_secrets()
    {
        using var folder = new TempFolder();
        await using (var edge = await ControlUnderTest.Start(folder.Path))
        {
            var id = await edge.Service();
            await edge.Post($"/service/{id}/version/1/backend", "name=a%2Fb&address=192.0.2.1&comment=hush");
            await edge.Put($"/service/{id}/version/1/backend/a%2Fb", "port=0");
            await edge.Get("/service");
            var lines = Encoding.UTF8.GetString(ReadShared(Path.Combine(folder.Path, "audit.log"))).TrimEnd().Split('\n');
            Assert.Equal(2, lines.Length);
            Assert.Contains($"\"what\":\"POST /service/{id}/version/1/backend\"", lines[1], StringComparison.Ordinal);
            Assert.DoesNotContain("hush", lines[1], StringComparison.Ordinal);
        }
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }
}
