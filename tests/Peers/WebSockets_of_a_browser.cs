using System.Text.Json.Nodes;
using Kit;

namespace Peers;

/// <summary>Chromium opens WebSockets through the edge, in each protocol it has for them.</summary>
public sealed class WebSockets_of_a_browser
{
    private const string Expected = """
        {"text":"Grüße","bytes":"true","mebibyte":"true","protocol":"chat","ping":"10ping","silence":"still there","close":"3001 enough true",
         "closed":"4002 done true","vanished":"1006  false","refused":"1006  false"}
        """;

    [Theory]
    [InlineData("--listen", "--enable-http2", "1.1 edgeinfra")]
    [InlineData("--listen-tls", "--disable-http2", "1.1 edgeinfra")]
    [InlineData("--listen-tls", "--enable-http2", "2 edgeinfra")]
    public async Task Work_as_they_do_without_it(string listener, string option, string via)
    {
        await using var origin = new WebSocketOrigin();
        await using var edge = await TlsEdge.Start(origin.Server);
        await using (Running.Start(Repository.Root, "chromium",
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", option,
            "--user-data-dir=" + edge.At("browser"), "--remote-debugging-port=0", "--ignore-certificate-errors", "--no-proxy-server",
            "--host-resolver-rules=MAP localhost 127.0.0.1", edge.Url(listener),
        ]))
        {
            var results = await origin.Results.WaitAsync(TimeSpan.FromMinutes(2));
            Assert.Equal(JsonNode.Parse(Expected)!.ToJsonString(), Sorted(results));
            Assert.Equal(via, origin.Via);
            await origin.Stayed;
        }

        await origin.Left; // with the browser
    }

    // In the order of what is expected; bodies come byte for byte, so their UTF-8 is read here.
    private static string Sorted(string results)
    {
        var found = JsonNode.Parse(System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(results)))!.AsObject();
        return new JsonObject(JsonNode.Parse(Expected)!.AsObject().Select(one => KeyValuePair.Create(one.Key, found[one.Key]?.DeepClone()))).ToJsonString();
    }
}
