using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Kit;

namespace EndToEnd;

/// <summary>A client key from the configuration to the edge and back: it is nowhere to be read, and what surrounds it stays in the open.</summary>
public sealed class Secrets_of_a_stack : IAsyncLifetime
{
    private readonly TempFolder _project = new();
    private readonly TempFolder _data = new();
    private readonly List<string> _planted = [];
    private Daemon _edge = null!;
    private Page _origin = null!;
    private ControlClient _control = null!;
    private string _certificate = "";
    private string _key = "";

    public async Task InitializeAsync()
    {
        (_origin, _edge) = (await Page.Serve("a page"), await Daemon.StartEdge(_data.Path));
        _control = new ControlClient(_edge.Ready["control"]!.GetValue<string>(), Token);
        using var certificates = new Certificates();
        (_certificate, _key) = certificates.ClientPem("edge");
        Write();
        await Set("key", Token);
        await Set("clientKey", _key);
        await Set("item", "planted-item-77");
        await Set("bucketKey", "planted-bucket-88");
    }

    public async Task DisposeAsync()
    {
        _control.Dispose();
        await _edge.DisposeAsync();
        await _origin.DisposeAsync();
        _project.Dispose();
        _data.Dispose();
    }

    private string Token => File.ReadAllText(_data.At("token")).Trim();

    [Fact]
    public async Task Are_nowhere_to_be_read_and_change_alone()
    {
        (await Run("preview", "--json")).Succeeded();
        (await Run("up", "--yes", "--json")).Succeeded();
        Assert.Equal(_key.Trim(), await LiveKey());
        (await Run("refresh", "--yes", "--json")).Succeeded();
        (await Run("preview", "--expect-no-changes")).Succeeded();
        Assert.Contains("127.0.0.1", (await Run("stack", "export")).Succeeded().Output, StringComparison.Ordinal);

        // The same key in another form: the certificate stays.
        using var same = ECDsa.Create();
        same.ImportFromPem(_key);
        await Set("clientKey", same.ExportECPrivateKeyPem());
        var lines = (await Run("preview")).Succeeded().Output.Split('\n').Where(line => line.Contains("sslClientKey", StringComparison.Ordinal)).ToList();
        Assert.Single(lines, line => line.Contains("backends[\"keyed\"].sslClientKey: [secret] => [secret]", StringComparison.Ordinal));
        Assert.Equal(2, lines.Count); // the other one is the Backend's own
        Assert.DoesNotContain(lines, line => line.Contains("digest:", StringComparison.Ordinal));
        (await Run("up", "--yes", "--diff")).Succeeded();
        Assert.Equal("2", await Output("version"));
        Assert.Contains("EC PRIVATE KEY", await LiveKey(), StringComparison.Ordinal);

        // Within the policy fields change one by one, secret or not.
        Write(region: "eu-west-1");
        await Set("bucketKey", "planted-bucket-99");
        var within = (await Run("preview")).Succeeded().Output;
        Assert.Contains("backends[\"keyed\"].policy.signing.region: \"auto\" => \"eu-west-1\"", within, StringComparison.Ordinal);
        Assert.Contains("backends[\"keyed\"].policy.signing.secretKey: [secret] => [secret]", within, StringComparison.Ordinal);
        Assert.DoesNotContain("policy.errorPages", within, StringComparison.Ordinal);
        (await Run("up", "--yes")).Succeeded();
        Assert.Equal("planted-bucket-99", (await LivePolicy())["signing"]!["secret_key"]!.GetValue<string>());
        Assert.Equal("/404.html", (await LivePolicy())["error_pages"]![0]!["path"]!.GetValue<string>());
        (await Run("preview", "--expect-no-changes")).Succeeded();

        // One key hides no other field of its list, and one item no other dictionary.
        var backends = await Output("backends");
        Assert.Contains("keyed", backends, StringComparison.Ordinal);
        Assert.DoesNotContain("[secret]", backends, StringComparison.Ordinal);

        // The edge has to know the key; nobody else may read it there.
        var holding = Directory.EnumerateFiles(_data.Path, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not ("edge.lock" or "token") && Shows(File.ReadAllText(file))).ToList();
        Assert.NotEmpty(holding);
        Assert.All(holding, file => Assert.Equal("600 700", Modes(file)));
        Assert.Contains("/backend", await File.ReadAllTextAsync(_data.At("audit.log")), StringComparison.Ordinal);

        (await Run("destroy", "--yes", "--json")).Succeeded();
        await Task.WhenAll(Directory.EnumerateFiles(_project.Path, "*", SearchOption.AllDirectories).Append(_data.At("audit.log"))
            .Select(async file => Assert.False(Shows(await File.ReadAllTextAsync(file)), file)));
    }

    private void Write(string region = "auto") => File.WriteAllText(_project.At("Pulumi.yaml"), Program(region));

    private string Program(string region) => SiteProgram.Beginning(_edge.Ready["control"]!, "clientKey", "item", "bucketKey") + $$"""
          www:
            type: edgeinfra:Service
            options: { provider: "${edge}" }
          keyed:
            type: edgeinfra:Backend
            properties:
              address: 127.0.0.1
              port: 443
              requestCondition: never
              sslClientCert: {{JsonValue.Create(_certificate).ToJsonString()}}
              sslClientKey: ${clientKey}
              policy:
                query: drop
                errorPages: [{ path: /404.html }]
                signing: { region: {{region}}, accessKey: AKIA, secretKey: "${bucketKey}" }
            options: { provider: "${edge}" }
          live:
            type: edgeinfra:ServiceVersion
            properties:
              serviceId: ${www.id}
              domains: [localhost]
              backends:
                - ${keyed.definition}
                - { name: site, address: 127.0.0.1, port: {{_origin.Port}} }
              credentials: ["${keyed.credentials}"]
              conditions: [{ name: never, type: REQUEST, statement: "false" }]
              dictionaries: [{ name: tokens, items: { a: "${item}" } }]
            options: { provider: "${edge}" }
        outputs:
          version: ${live.number}
          service: ${www.id}
          backends: ${live.backends}

        """;

    private async Task Set(string name, string value)
    {
        _planted.AddRange(value.Split('\n').Where(line => !line.StartsWith("---", StringComparison.Ordinal) && line.Length >= 12));
        (await Shell.RunIn(
            Repository.Root, Repository.Launcher, ["config", "set", name, "--secret", "--cwd", _project.Path, "--", value.Trim()], Cli.Surroundings)).Succeeded();
    }

    private async Task<string> LiveKey() => (await LiveBackend())["ssl_client_key"]!.GetValue<string>().Trim();

    private async Task<JsonNode> LivePolicy() => (await LiveBackend())["policy"]!;

    private async Task<JsonNode> LiveBackend() =>
        (await _control.Get($"/service/{await Output("service")}/version/{await Output("version")}/backend/keyed"))!;

    private async Task<string> Output(string name) => (await Run("stack", "output", name)).Succeeded().Output.Trim();

    private async Task<Ran> Run(params string[] arguments)
    {
        var ran = await Cli.Run(_project.Path, arguments);
        Assert.False(Shows(ran.All), $"{string.Join(' ', arguments)} shows a secret:\n{ran.All}");
        return ran;
    }

    private static string Modes(string file) => OperatingSystem.IsWindows()
        ? "600 700"
        : $"{Octal(File.GetUnixFileMode(file))} {Octal(File.GetUnixFileMode(Path.GetDirectoryName(file)!))}";

    private static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, 8);

    private bool Shows(string text) => _planted.Exists(secret => text.Contains(secret, StringComparison.Ordinal));
}
