using Kit;

namespace Peers.Buckets;

/// <summary>A container that answers only to right signatures, behind the edge: with the account's key, and with a shared access signature.</summary>
public sealed class Azurite_as_a_private_container(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Rest = "\"store\":\"azure\",\"path_prefix\":\"/" + Azurite.Container
        + "\",\"query\":\"drop\",\"methods\":[\"GET\",\"HEAD\"],\"strip_response_headers\":[\"x-ms-*\",\"server\"]";

    private static string SharedKey => $$"""{"scheme":"azure-shared-key","access_key":"{{AzureAsk.Account}}","secret_key":"{{AzureAsk.AccountKey}}"}""";

    private static string Sas =>
        $$"""{"scheme":"azure-sas","token":"{{AzureAsk.Sas(Azurite.Container, TimeProvider.System.GetUtcNow().AddHours(1), AzureAsk.AccountKey)}}"}""";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Gives_objects_ranges_and_conditions(bool byKey)
    {
        await azurite.Put($"/{Azurite.Container}/a%20b%2Bc/%C3%BC.txt", "hard", "text/plain");
        await using var edge = await EdgeBefore.Start(azurite.Endpoint, AzureAsk.Host, $$"""{ "signing": {{(byKey ? SharedKey : Sas)}}, {{Rest}} }""");

        var get = await edge.Ask("GET /index.html?comp=metadata\nAuthorization: SharedKey mine:x\nx-ms-range: bytes=0-0\nx-ms-client-request-id: x");
        var head = await edge.Ask("HEAD /index.html");
        var range = await edge.Ask("GET /index.html\nRange: bytes=4-7\nAccept-Encoding: gzip");
        var known = await edge.Ask($"GET /index.html\nIf-None-Match: {get["ETag"]}");
        var changed = await edge.Ask("GET /index.html\nIf-Match: \"x\"");
        var missing = await edge.Ask("GET /none");
        var hard = await edge.Ask("GET /a%20b+c/%c3%bc.txt");

        Assert.True(get.Status == 200 && get.Body == "<h1>home</h1>", $"{get.Head}{get.Body}");
        Assert.Equal((200, "13"), (head.Status, head["Content-Length"]));
        Assert.Equal((206, "home", "bytes 4-7/13"), (range.Status, range.Body, range["Content-Range"]));
        Assert.Equal((200, "hard"), (hard.Status, hard.Body));
        Assert.Equal([304, 412, 404], [known.Status, changed.Status, missing.Status]);
        Assert.All([get, head, range, known, missing], answer => Assert.DoesNotMatch("(?i)\r\n(x-ms-|server: )", answer.Head));
        Assert.All([get, head, range, known, missing], answer => Assert.DoesNotContain("sig=", answer.Head + answer.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_broken_and_not_empty_when_the_edges_own_key_is_wrong()
    {
        var signing = $$"""{"scheme":"azure-shared-key","access_key":"{{AzureAsk.Account}}","secret_key":"{{Convert.ToBase64String("another"u8)}}"}""";
        await using var edge = await EdgeBefore.Start(azurite.Endpoint, AzureAsk.Host, $$"""{ "signing": {{signing}}, {{Rest}} }""");

        Assert.InRange((await edge.Ask("GET /index.html")).Status, 502, 503);
        Assert.InRange((await edge.Ask("GET /none")).Status, 502, 503);
    }
}
