using System.Text.Json.Nodes;
using Kit;

namespace Peers;

/// <summary>The real Fastly command line, unchanged, does a whole service life against the bundled runtime.</summary>
public sealed class The_Fastly_CLI : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private Daemon _edge = null!;
    private Page _a = null!;
    private Page _b = null!;
    private string _service = "";

    private Dictionary<string, string?> Environment => new()
    {
        ["FASTLY_API_ENDPOINT"] = _edge.Ready["control"]!.GetValue<string>(),
        ["FASTLY_ACCOUNT_ENDPOINT"] = _edge.Ready["control"]!.GetValue<string>(),
        ["FASTLY_API_TOKEN"] = File.ReadAllText(_folder.At("data", "token")).Trim(),
        ["HOME"] = _folder.Path,
    };

    public async Task InitializeAsync()
    {
        _edge = await Daemon.StartEdge(_folder.At("data"));
        (_a, _b) = (await Page.Serve("a"), await Page.Serve("b"));
    }

    public async Task DisposeAsync()
    {
        await _edge.DisposeAsync();
        await _a.DisposeAsync();
        await _b.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Does_a_whole_service_life_and_traffic_follows()
    {
        // A service goes live.
        await Fastly("service create --name cli-demo --comment made --type vcl");
        _service = (await Json("service list --json")).AsArray().Single()!["ServiceID"]!.GetValue<string>();
        await Of("domain create --version 1 --name cli.localhost");
        await Of("healthcheck create --version 1 --name hc --method GET --path /ok --host cli.localhost --window 5 --threshold 3 --initial 3 --check-interval 5000 --timeout 1000");
        await Of("vcl condition create --version 1 --name api --type REQUEST --priority 10", "--statement", "req.url ~ \"^/api\"");
        await Of($"backend create --version 1 --name first --address 127.0.0.1 --port {_a.Port} --healthcheck hc");
        await Of($"backend create --version 1 --name api --address 127.0.0.1 --port {_b.Port} --request-condition api");
        await Of("version validate --version 1");
        await Of("version activate --version 1");
        Assert.Equal("a", await Visit("/"));
        Assert.Equal("b", await Visit("/api/x"));

        // What is live cannot be edited; a clone can. TLS on another port is what the CLI makes of it.
        Assert.Contains("autoclone", (await Run("service backend create --version 1 --name late --address 192.0.2.1")).Failed().All, StringComparison.OrdinalIgnoreCase);
        await Of("version clone --version 1");
        await Of("backend create --version 2 --name secure --address origin.example.com --use-ssl --port 8443");
        await Of("backend update --version 2 --name secure --use-ssl");
        var secure = await Json($"service backend describe --service-id {_service} --version 2 --name secure --json");
        Assert.Equal((8443, true), (secure["Port"]!.GetValue<int>(), secure["UseSSL"]!.GetValue<bool>()));
        await Of("backend delete --version 2 --name secure");
        await Of($"backend update --version 2 --name first --new-name renamed --port {_b.Port}");
        await Of("healthcheck update --version 2 --name hc --window 7");
        await Of("version lock --version 2");
        await Of("version activate --version 2");
        Assert.Equal("b", await Visit("/"));

        // Staging, dictionaries, ACLs, snippets.
        await Of("version clone --version 2");
        await Of("dictionary create --version 3 --name redirects");
        await Of("acl create --version 3 --name office");
        await Of("vcl snippet create --version 3 --name note --type recv --priority 100 --content", "#x");
        await Of("version stage --version 3");
        Assert.Equal("b", await Visit("/"));
        await Of("version unstage --version 3");
        await Of("version validate --version 3");
        await Of("version activate --version 3");
        Assert.Equal("b", await Visit("/"));

        // Conditions look into dictionaries and ACLs; what those contain changes without a version.
        await Of("version clone --version 3");
        await Of("vcl condition create --version 4 --name listed --type REQUEST --priority 20", "--statement", "table.contains(redirects, req.url.path) || client.ip ~ office");
        await Of($"backend create --version 4 --name listed --address 127.0.0.1 --port {_a.Port} --request-condition listed");
        await Of("version activate --version 4");
        Assert.Equal("b", await Visit("/"));
        var redirects = await Id("dictionary describe --name redirects");
        await Of($"dictionary-entry create --dictionary-id {redirects} --key / --value x");
        Assert.Equal("a", await Visit("/"));
        await Of($"dictionary-entry delete --dictionary-id {redirects} --key /");
        Assert.Equal("b", await Visit("/"));
        var office = await Id("acl describe --name office");
        await Of($"acl-entry create --acl-id {office} --ip 127.0.0.0 --subnet 8");
        Assert.Equal("a", await Visit("/"));

        // Purges and lists.
        await Of("purge --key k1");
        await Of("purge --key k1 --soft");
        await Of("purge --all");
        await Of("purge --url http://cli.localhost/a?b=1");
        var versions = await Json($"service version list --service-id {_service} --json");
        Assert.Equal([false, false, false, true], versions.AsArray().OrderBy(version => version!["Number"]!.GetValue<int>()).Select(version => version!["Active"]!.GetValue<bool>()));
        await Fastly("ip-list");
        await Fastly("pops");

        // Back to the first version, and off.
        await Of("version activate --version 1");
        Assert.Equal("a", await Visit("/"));
        await Of("version deactivate --version active");
        Assert.Equal("500", await Status("/"));
        await Fastly($"service delete --service-id {_service}");
    }

    private static IEnumerable<string> Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private Task<Ran> Run(string command, params string[] more) => Shell.RunIn(
        _folder.Path, Repository.At("tests", "Peers", "node", "node_modules", ".bin", "cli-linux-x64"), [.. Words(command), .. Service(command), .. more, "--non-interactive"], Environment);

    private IEnumerable<string> Service(string command) =>
        _service.Length > 0 && !command.Contains("--service-id", StringComparison.Ordinal) && command.StartsWith("service ", StringComparison.Ordinal)
            && !command.Contains("--json", StringComparison.Ordinal)
            ? ["--service-id", _service]
            : [];

    private async Task<string> Fastly(string command, params string[] more) => (await Run(command, more)).Succeeded().Output;

    private Task<string> Of(string command, params string[] more) =>
        more.Length > 0 && command.EndsWith("--content", StringComparison.Ordinal)
            ? Fastly("service " + command[..^"--content".Length], ["--content", .. more])
            : Fastly("service " + command, more);

    /// <summary>The id of what version 4 has.</summary>
    private async Task<string> Id(string described) =>
        (await Json($"service {described} --service-id {_service} --version 4 --json")) is var json
            && (json["DictionaryID"] ?? json["ACLID"]) is { } id ? id.GetValue<string>() : throw new InvalidOperationException($"{json}");

    private async Task<JsonNode> Json(string command) => JsonNode.Parse(await Fastly(command))!;

    private async Task<string> Visit(string path)
    {
        using var http = new HttpClient { DefaultRequestHeaders = { Host = "cli.localhost" } };
        return await http.GetStringAsync(new Uri(_edge.Ready["url"]!.GetValue<string>() + path));
    }

    private async Task<string> Status(string path)
    {
        using var http = new HttpClient { DefaultRequestHeaders = { Host = "cli.localhost" } };
        using var response = await http.GetAsync(new Uri(_edge.Ready["url"]!.GetValue<string>() + path));
        return $"{(int)response.StatusCode}";
    }
}
