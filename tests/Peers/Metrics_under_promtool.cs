using Kit;

namespace Peers;

/// <summary>What the edge tells Prometheus, read and linted by Prometheus' own tool.</summary>
public sealed class Metrics_under_promtool : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Have_no_finding_once_the_edge_has_served()
    {
        await using var origin = Origin.Answering("from the origin");
        await using var edge = await Daemon.StartEdge(_folder.At("edge"), "--listen-h2c", "127.0.0.1:0", "--open-metrics", "--access-log", _folder.At("access.log"));
        using var api = new ControlClient((string)edge.Ready["control"]!, File.ReadAllText(_folder.At("edge", "token")).Trim());
        await api.Serve("localhost", origin.Port);
        await api.Serve("odd.localhost", FreePort.Next()); // nobody answers there
        using var client = new HttpClient();
        Assert.Equal((200, "from the origin"), await Ask(client, Url(edge, "--listen"), "localhost", new(1, 1)));
        Assert.Equal((200, "from the origin"), await Ask(client, Url(edge, "--listen-h2c"), "localhost", new(2, 0)));
        Assert.Equal(503, (await Ask(client, Url(edge, "--listen"), "odd.localhost", new(1, 1))).Status);

        var metrics = await client.GetStringAsync($"{edge.Ready["control"]}/metrics");

        Assert.Contains("edgeinfra_config_swaps_total 2\n", metrics, StringComparison.Ordinal);
        var found = await Check(metrics);
        Assert.Equal((0, ""), (found.ExitCode, found.All));
    }

    [Theory]
    [InlineData("# TYPE x counter\nx 1\n", "should have \"_total\" suffix")]
    [InlineData("# HELP x_total X.\n# TYPE x_total counter\nx_total{a=\"1} 1\n", "error while linting")]
    public async Task Would_be_found_fault_with(string broken, string finding) =>
        Assert.Contains(finding, (await Check(broken)).Failed().All, StringComparison.Ordinal);

    private static string Url(Daemon edge, string option) =>
        (string)edge.Ready["listeners"]!.AsArray().Single(listener => (string)listener!["option"]! == option)!["url"]!;

    private static async Task<(int Status, string Body)> Ask(HttpClient client, string url, string host, Version version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url)
        {
            Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Headers = { Host = host },
        };
        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<Ran> Check(string metrics)
    {
        var promtool = Repository.At("tests", "Peers", ".tools", "prometheus", "promtool");
        Assert.True(File.Exists(promtool), "promtool is missing: ./test Peers fetches it");
        await File.WriteAllTextAsync(_folder.At("metrics"), metrics);
        return await Shell.Run("sh", "-c", "exec \"$0\" check metrics < \"$1\"", promtool, _folder.At("metrics"));
    }
}
