using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kit;

namespace Peers;

/// <summary>The npm client "fastly", unchanged: its typed methods get every type right.</summary>
public sealed class The_fastly_JavaScript_client
{
    [Fact]
    public async Task Runs_a_service_through_its_typed_methods()
    {
        using var folder = new TempFolder();
        await using var edge = await Daemon.StartEdge(folder.At("data"));
        await using var a = await Page.Serve("a");
        await using var b = await Page.Serve("b");

        var ran = (await Shell.Run("node", Repository.At("tests", "Peers", "node", "fastly-client.js"), edge.Ready["control"]!.GetValue<string>(),
            File.ReadAllText(folder.At("data", "token")).Trim(), "js.localhost", Text(a.Port), Text(b.Port))).Succeeded();
        var got = JsonNode.Parse(ran.Output)!;

        Assert.Equal(JsonValueKind.Number, Kind("first", "port"));
        Assert.Equal(JsonValueKind.False, Kind("first", "use_ssl"));
        Assert.Equal(JsonValueKind.False, Kind("first", "ssl_check_cert"));
        Assert.Equal(JsonValueKind.Null, got["first"]!["override_host"]?.GetValueKind() ?? JsonValueKind.Null);
        Assert.Equal(JsonValueKind.Array, Kind("healthcheck", "headers"));
        Assert.Equal(JsonValueKind.Number, Kind("healthcheck", "window"));
        Assert.Equal("10", got["condition"]!["priority"]!.GetValue<string>());
        Assert.Equal("b 1/x", got["slashed"]!["name"]!.GetValue<string>());
        Assert.Equal("ok", got["valid"]!["status"]!.GetValue<string>());
        Assert.True(got["active"]!["active"]!.GetValue<bool>());
        Assert.Equal(2, got["clone"]!["number"]!.GetValue<int>());
        Assert.Equal(b.Port, got["moved"]!["port"]!.GetValue<int>());
        Assert.Equal("first", Assert.Single(got["listed"]!.AsArray())!["name"]!.GetValue<string>());
        Assert.True(got["second"]!["locked"]!.GetValue<bool>());
        Assert.Equal("ok", got["purge"]!["status"]!.GetValue<string>());
        Assert.Equal(got["service"]!["id"]!.GetValue<string>(), got["found"]!["id"]!.GetValue<string>());
        Assert.Equal(2, got["all"]!.AsArray().Count);
        Assert.Equal(422, got["locked"]!.GetValue<int>());
        using var http = new HttpClient { DefaultRequestHeaders = { Host = "js.localhost" } };
        Assert.Equal("b", await http.GetStringAsync(new Uri(edge.Ready["url"]!.GetValue<string>())));

        JsonValueKind Kind(string answer, string field) => got[answer]![field]!.GetValueKind();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
