using System.Globalization;
using System.Text.Json.Nodes;
using Kit;

namespace Peers;

/// <summary>The provider binary, called by grpc-js with the stubs of @pulumi/pulumi, against a running edge.</summary>
public sealed class The_provider_through_Pulumis_stubs : IAsyncLifetime
{
    private const string Project = "urn:pulumi:dev::peers::";
    private readonly TempFolder _folder = new();
    private Daemon _edge = null!;
    private Daemon _provider = null!;
    private NodeClient _client = null!;

    private string Control => _edge.Ready["control"]!.GetValue<string>();

    private string Token => File.ReadAllText(_folder.At("data", "token")).Trim();

    public async Task InitializeAsync()
    {
        _edge = await Daemon.StartEdge(_folder.At("data"));
        _provider = await Daemon.Start(Repository.Provider, []);
        _client = new NodeClient($"127.0.0.1:{_provider.FirstLine}");
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        await _provider.DisposeAsync();
        await _edge.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Shakes_hands_and_gives_its_schema()
    {
        var hands = await _client.Call("Handshake", new { engineAddress = "127.0.0.1:1" });
        var plugin = await _client.Call("GetPluginInfo");
        var schema = JsonNode.Parse((await _client.Call("GetSchema"))["schema"]!.GetValue<string>())!;

        Assert.True(hands["acceptSecrets"]!.GetValue<bool>());
        Assert.Matches(@"^\d+\.\d+\.\d+", plugin["version"]!.GetValue<string>());
        Assert.Equal("edgeinfra", schema["name"]!.GetValue<string>());
        Assert.Equal(
            ["edgeinfra:index:Backend", "edgeinfra:index:Condition", "edgeinfra:index:Healthcheck", "edgeinfra:index:Service", "edgeinfra:index:ServiceVersion"],
            Resources(isComponent: false));
        Assert.Equal(12, Resources(isComponent: true).Count()); // an origin for each store, and a site

        IEnumerable<string> Resources(bool isComponent) => schema["resources"]!.AsObject()
            .Where(resource => (resource.Value!["isComponent"] is { } said && said.GetValue<bool>()) == isComponent)
            .Select(resource => resource.Key).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Names_every_failure_at_once_with_its_path()
    {
        var answer = await Check("Backend", "api", new { port = 70000, weigth = 5, connectTimeout = "soon", sslCiphers = "ECDHE+AESGCN" });

        var failures = answer["failuresList"]!.AsArray().ToDictionary(failure => failure!["property"]!.GetValue<string>(), failure => failure!["reason"]!.GetValue<string>());
        Assert.Contains("required", failures["address"], StringComparison.Ordinal);
        Assert.Contains("65535", failures["port"], StringComparison.Ordinal);
        Assert.Contains("weight", failures["weigth"], StringComparison.Ordinal);
        Assert.Contains("soon", failures["connectTimeout"], StringComparison.Ordinal);
        Assert.Contains("AESGCM", failures["sslCiphers"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Creates_reads_changes_and_deletes_what_is_served()
    {
        await using var origin = await Page.Serve("from the origin");
        await Configure();

        // A backend is a declaration: its preview already knows the definition.
        var inputs = (await Check("Backend", "origin", new { address = "127.0.0.1", port = origin.Port }))["inputs"]!;
        var planned = await _client.Call("Create", new { urn = Urn("Backend", "origin"), properties = inputs, preview = true });
        var backend = await _client.Call("Create", new { urn = Urn("Backend", "origin"), properties = inputs });
        Assert.Equal(planned["properties"]!["definition"]!.ToJsonString(), backend["properties"]!["definition"]!.ToJsonString());

        // A service is made.
        var named = (await Check("Service", "www", new { comment = "peers" }))["inputs"]!;
        Assert.Matches("^www-[0-9a-f]{7}$", named["name"]!.GetValue<string>());
        var service = await _client.Call("Create", new { urn = Urn("Service", "www"), properties = named });
        var id = service["id"]!.GetValue<string>();

        // A version goes live.
        var manifest = (await Check("ServiceVersion", "live", Manifest(id, backend["properties"]!["definition"]!)))["inputs"]!;
        var live = await _client.Call("Create", new { urn = Urn("ServiceVersion", "live"), properties = manifest });
        Assert.Equal(id, live["id"]!.GetValue<string>());
        Assert.Equal(1, live["properties"]!["number"]!.GetValue<double>());
        using var http = new HttpClient { DefaultRequestHeaders = { Host = "peers.localhost" } };
        Assert.Equal("from the origin", await http.GetStringAsync(_edge.Ready["url"]!.GetValue<string>()));

        // What is read back is what was written: from its id alone, and without a difference.
        var read = await _client.Call("Read", new { id, urn = Urn("ServiceVersion", "live") });
        var same = await Diff("ServiceVersion", "live", id, live["properties"]!, read["inputs"]!, manifest);
        Assert.Equal(1, same["changes"]!.GetValue<int>());

        // A weight changes: one field, in place.
        var heavier = (await Check("Backend", "origin", new { address = "127.0.0.1", port = origin.Port, weight = 50 }, inputs))["inputs"]!;
        var difference = await Diff("Backend", "origin", "origin", backend["properties"]!, heavier, inputs);
        Assert.Equal(["weight"], difference["diffsList"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Empty(difference["replacesList"]!.AsArray());
        var updated = await _client.Call("Update", new { id = "origin", urn = Urn("Backend", "origin"), olds = backend["properties"], news = heavier, oldInputs = inputs });
        var next = (await Check("ServiceVersion", "live", Manifest(id, updated["properties"]!["definition"]!), manifest))["inputs"]!;
        var listed = await Diff("ServiceVersion", "live", id, live["properties"]!, next, manifest);
        Assert.Equal("backends[0].weight", Assert.Single(listed["detaileddiffMap"]!.AsArray())![0]!.GetValue<string>());
        var expected = await _client.Call("Update", new { id, urn = Urn("ServiceVersion", "live"), olds = live["properties"], news = next, oldInputs = manifest, preview = true });
        var second = await _client.Call("Update", new { id, urn = Urn("ServiceVersion", "live"), olds = live["properties"], news = next, oldInputs = manifest });
        Assert.Equal(2, second["properties"]!["number"]!.GetValue<double>());
        Assert.True(JsonNode.DeepEquals(expected["properties"], second["properties"]), expected["properties"]!.ToJsonString() + "\n" + second["properties"]!.ToJsonString());

        // And away with it all, in the order of an engine; twice is as good as once.
        await _client.Call("Delete", new { id, urn = Urn("ServiceVersion", "live"), properties = second["properties"] });
        await _client.Call("Delete", new { id, urn = Urn("ServiceVersion", "live"), properties = second["properties"] });
        await _client.Call("Delete", new { id, urn = Urn("Service", "www"), properties = service["properties"] });
        await _client.Call("Delete", new { id = "origin", urn = Urn("Backend", "origin"), properties = updated["properties"] });
        Assert.Equal("", (await _client.Call("Read", new { id, urn = Urn("ServiceVersion", "live") }))["id"]!.GetValue<string>());
        await _client.Call("Cancel");
    }

    [Fact]
    public async Task Says_what_is_wrong_with_a_token_without_showing_it()
    {
        await _client.Call("Handshake", new { engineAddress = "127.0.0.1:1" });

        var error = await _client.Refused("Configure", new { args = new { endpoint = Control, apiKey = "not-the-token" } });

        Assert.Contains("apiKey", error["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-token", error.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(error["code"]!.GetValue<int>(), new[] { 2, 13, 15 }); // those would mean "state may be corrupt"
    }

    private static string Urn(string type, string name) => $"{Project}edgeinfra:index:{type}::{name}";

    private static object Manifest(string service, JsonNode backend) =>
        new { serviceId = service, domains = new[] { "peers.localhost" }, backends = new[] { backend } };

    private async Task Configure()
    {
        await _client.Call("Handshake", new { engineAddress = "127.0.0.1:1" });
        await _client.Call("Configure", new { args = new { endpoint = Control, apiKey = Token } });
    }

    private Task<JsonNode> Check(string type, string name, object news, JsonNode? olds = null) => _client.Call("Check", new
    {
        urn = Urn(type, name),
        news,
        olds = olds ?? new JsonObject(),
        randomseed = Convert.ToBase64String(new byte[32]),
    });

    private Task<JsonNode> Diff(string type, string name, string id, JsonNode olds, JsonNode news, JsonNode oldInputs) =>
        _client.Call("Diff", new { id, urn = Urn(type, name), olds, news, oldInputs });
}
