using System.Text.Json.Nodes;
using Kit;

namespace EndToEnd;

/// <summary>A service with a client key that somebody else made: the program written from it asks for the key and holds it nowhere.</summary>
public sealed class Imported_secrets : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private Daemon _edge = null!;
    private ControlClient _control = null!;
    private string _certificate = "";
    private string _key = "";

    private string Url => _edge.Ready["control"]!.GetValue<string>();

    private string Token => File.ReadAllText(_folder.At("data", "token")).Trim();

    public async Task InitializeAsync()
    {
        _edge = await Daemon.StartEdge(_folder.At("data"));
        _control = new ControlClient(Url, Token);
        using var certificates = new Certificates();
        (_certificate, _key) = certificates.ClientPem("edge");
    }

    public async Task DisposeAsync()
    {
        _control.Dispose();
        await _edge.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Are_asked_of_the_configuration_and_then_nothing_is_to_change()
    {
        var service = (await _control.Post("/service", ("name", "shop")))["id"]!.GetValue<string>();
        await _control.Post($"/service/{service}/version/1/domain", ("name", "localhost"));
        await _control.Post($"/service/{service}/version/1/backend", ("name", "origin"), ("address", "127.0.0.1"), ("port", "8443"), ("use_ssl", "1"),
            ("ssl_client_cert", _certificate), ("ssl_client_key", _key));
        await _control.Put($"/service/{service}/version/1/activate");

        var told = (await Run("import", "service", service, "--language", "yaml", "--endpoint", Url, "--out", _folder.At("project"))).All;
        Assert.Contains("originSslClientKey", told, StringComparison.Ordinal);
        Assert.Contains("originSslClientKey", (await Cli.RunWith(Surroundings, _folder.At("project"), "preview")).All, StringComparison.Ordinal);
        await Run("config", "set", "originSslClientKey", "--secret", "--cwd", _folder.At("project"), "--", _key);

        var steps = JsonNode.Parse((await Run("preview", "--json", "--cwd", _folder.At("project"))).Output)!["steps"]!.AsArray();
        Assert.Equal(
            ["Backend: create", "Service: import", "ServiceVersion: import"],
            steps.Select(step => (Type: step!["urn"]!.GetValue<string>().Split("::")[2].Split(':'), Op: step["op"]!.GetValue<string>()))
                .Where(step => step.Type[0] == "edgeinfra").Select(step => $"{step.Type[^1]}: {step.Op}").Order(StringComparer.Ordinal));
        await Run("up", "--yes", "--skip-preview", "--cwd", _folder.At("project"));
        await Run("preview", "--expect-no-changes", "--cwd", _folder.At("project"));

        Assert.Equal(1, await _control.Active(service));
        Assert.Single((await _control.Get($"/service/{service}/version")).AsArray());
        Assert.All(Directory.EnumerateFiles(_folder.At("project"), "*", SearchOption.AllDirectories), file => Hides(File.ReadAllText(file)));
    }

    private Dictionary<string, string?> Surroundings => new(Cli.Surroundings) { ["EDGEINFRA_API_KEY"] = Token };

    private async Task<Ran> Run(params string[] arguments)
    {
        var ran = (await Shell.RunIn(Repository.Root, Repository.Launcher, arguments, Surroundings)).Succeeded();
        Hides(ran.All);
        return ran;
    }

    private void Hides(string text) => Assert.All(
        _key.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("---", StringComparison.Ordinal)).Append(Token),
        line => Assert.DoesNotContain(line, text, StringComparison.Ordinal));
}
