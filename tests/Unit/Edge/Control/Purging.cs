using System.Text.RegularExpressions;
using EdgeInfra.Edge.Control;

namespace Unit.Edge.Control;

public sealed partial class Purging
{
    [Theory]
    [InlineData("https://www.example.com/a//b?b=1&c=%2F", "www.example.com/a//b?b=1&c=%2F")]
    [InlineData("http://www.example.com", "www.example.com")]
    [InlineData("WWW.example.com/a/b?c=1", "WWW.example.com/a/b?c=1")]
    public async Task Of_a_url_takes_it_as_it_is(string url, string purged)
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();
        (await edge.Put($"/service/{id}/version/1/activate")).Expect(200);
        var said = await edge.With("POST", $"/purge/{url}");
        Assert.Matches(Ok(), said.Body);
        Assert.Equal(new Purge(id, Soft: false) { Url = purged }, Assert.Single(edge.Purged));
    }

    [Fact]
    public async Task Of_a_url_of_nobody_is_fine()
    {
        await using var edge = await ControlUnderTest.Start();
        (await edge.With("POST", "/purge/nobody.example.com/a", ("Fastly-Soft-Purge", "1"))).Expect(200);
        Assert.Equal(new Purge(null, Soft: true) { Url = "nobody.example.com/a" }, Assert.Single(edge.Purged));
        (await edge.With("POST", "/purge/https:///a")).Expect(400);
    }

    [Fact]
    public async Task Of_a_key_and_of_everything()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();
        Assert.Matches(Ok(), (await edge.With("POST", $"/service/{id}/purge/a%2Fb", ("Fastly-Soft-Purge", "1"))).Body);
        Assert.Equal("""{"status":"ok"}""", (await edge.With("POST", $"/service/{id}/purge_all", ("Fastly-Soft-Purge", "1"))).Body);
        Assert.Equal([new Purge(id, Soft: true) { Key = "a/b" }, new Purge(id, Soft: false)], edge.Purged);
        (await edge.Post("/service/none/purge_all")).Expect(404);
        (await edge.Post("/service/none/purge/k")).Expect(404);
    }

    [Fact]
    public async Task Of_many_keys_by_header_or_body()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();
        Assert.Matches("^\\{ \"a\": \"1-\\d+-\\d+\", \"b\": \"1-\\d+-\\d+\" }$", (await edge.With("POST", $"/service/{id}/purge", ("Surrogate-Key", "a b a"))).Body);
        var json = await edge.Send("POST", $"/service/{id}/purge", """{"surrogate_keys":["c d","e"]}""", "application/json");
        Assert.Equal(["c d", "e"], json.Json.AsObject().Select(one => one.Key));
        Assert.Equal(["a", "b", "c d", "e"], edge.Purged.Select(purge => purge.Key!));

        (await edge.Post($"/service/{id}/purge")).Expect(400);
        (await edge.Send("POST", $"/service/{id}/purge", """{"surrogate_keys":[1]}""", "application/json")).Expect(400);
        (await edge.With("POST", $"/service/{id}/purge", ("Surrogate-Key", string.Join(' ', Enumerable.Range(0, 256))))).Expect(200);
        (await edge.With("POST", $"/service/{id}/purge", ("Surrogate-Key", string.Join(' ', Enumerable.Range(0, 257)))))
            .Is(400, """{"msg":"Bad request","detail":"257 keys are given, but one call may purge 256 at most"}""");
    }

    [GeneratedRegex("^\\{ \"status\": \"ok\", \"id\": \"\\d+-\\d+-\\d+\" }$")]
    private static partial Regex Ok();
}
