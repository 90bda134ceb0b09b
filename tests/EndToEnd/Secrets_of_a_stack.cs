using System.Security.Cryptography;
using Kit;

namespace EndToEnd;

/// <summary>A client key from the configuration to the edge and back: it is nowhere to be read, and what surrounds it stays in the open.</summary>
public sealed class Secrets_of_a_stack : IAsyncLifetime
{
    private readonly TempFolder _project = new();
    private readonly TempFolder _data = new();
    private readonly List<string> _planted = [];
    private Daemon _edge = null!;
    private Page _first = null!;
    private Page _second = null!;
    private ControlClient _control = null!;

    public async Task InitializeAsync()
    {
        (_first, _second, _edge) = (await Page.Serve("first"), await Page.Serve("second"), await Daemon.StartEdge(_data.Path));
        _control = new ControlClient(_edge.Ready["control"]!.GetValue<string>(), Token);
        Write(_first.Port);
        (await Run("config", "set", "key", Token, "--secret")).Succeeded();
    }

    public async Task DisposeAsync()
    {
        _control.Dispose();
        await _edge.DisposeAsync();
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        _project.Dispose();
        _data.Dispose();
    }

    private string Token => File.ReadAllText(_data.At("token")).Trim();

    [Fact]
    public async Task Are_nowhere_to_be_read_and_change_alone()
    {
        using var certificates = new Certificates();
        var (certificate, key) = certificates.ClientPem("edge");
        await Set("certificate", certificate, secret: false);
        await Set("clientKey", key, secret: true);
        await Set("item", "planted-item-77", secret: true);

        (await Run("preview", "--json")).Succeeded();
        (await Run("up", "--yes", "--json")).Succeeded();
        Assert.Equal(key.Trim(), await LiveKey());
        (await Run("preview", "--expect-no-changes")).Succeeded();
        (await Run("refresh", "--yes")).Succeeded();
        (await Run("preview", "--expect-no-changes")).Succeeded();
        (await Run("stack", "output")).Succeeded();
        Assert.Contains("127.0.0.1", (await Run("stack", "export")).Succeeded().Output, StringComparison.Ordinal);

        // The same key in another form: the certificate stays.
        using var same = ECDsa.Create();
        same.ImportFromPem(key);
        await Set("clientKey", same.ExportECPrivateKeyPem(), secret: true);
        var lines = (await Run("preview")).Succeeded().Output.Split('\n').Where(line => line.Contains("sslClientKey", StringComparison.Ordinal)).ToList();
        Assert.Single(lines, line => line.Contains("backends[\"keyed\"].sslClientKey: [secret] => [secret]", StringComparison.Ordinal));
        Assert.Equal(2, lines.Count); // the other one is the Backend's own
        Assert.DoesNotContain(lines, line => line.Contains("digest:", StringComparison.Ordinal));
        (await Run("preview", "--diff")).Succeeded();
        (await Run("up", "--yes")).Succeeded();
        Assert.Equal("2", await Output("version"));
        Assert.Contains("EC PRIVATE KEY", await LiveKey(), StringComparison.Ordinal);

        // What holds no secret is in the open, and the engine's files hold none.
        Assert.Contains("keyed", await Output("backends"), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_project.Path, "*", SearchOption.AllDirectories))
        {
            Hides(await File.ReadAllTextAsync(file));
        }
    }

    [Fact]
    public async Task Left_aside_versions_are_staged_and_come_back_by_a_pin()
    {
        using var visitor = new Visitor(_edge.Ready["url"]!.GetValue<string>());
        using var certificates = new Certificates();
        var (certificate, key) = certificates.ClientPem("edge");
        await Set("certificate", certificate, secret: false);
        await Set("clientKey", key, secret: true);
        await Set("item", "planted-item-78", secret: true);
        (await Run("up", "--yes")).Succeeded();
        Assert.Equal("first", await visitor.Page());

        Write(_second.Port, "activate: stageOnly");
        Assert.Contains("version 2 would be staged; version 1 stays live", (await Run("preview")).Succeeded().All, StringComparison.Ordinal);
        (await Run("up", "--yes")).Succeeded();
        Assert.Equal(("first", "2"), (await visitor.Page(), await Output("version")));
        (await Run("refresh", "--yes")).Succeeded();
        (await Run("preview", "--expect-no-changes")).Succeeded();

        Write(_second.Port, "activate: always");
        (await Run("up", "--yes")).Succeeded();
        Assert.Equal(("second", "2"), (await visitor.Page(), await Output("version")));

        Write(_second.Port, "pin: 1");
        var preview = (await Run("preview")).Succeeded();
        Assert.True(preview.Output.Contains("number: 2 => 1", StringComparison.Ordinal), preview.All);
        Assert.Contains("pin 1 keeps that version live", preview.All, StringComparison.Ordinal);
        (await Run("up", "--yes")).Succeeded();
        Assert.Equal(("first", "1"), (await visitor.Page(), await Output("version")));
        (await Run("refresh", "--yes")).Succeeded();
        (await Run("preview", "--expect-no-changes")).Succeeded();

        Write(_second.Port);
        (await Run("up", "--yes")).Succeeded();
        Assert.Equal(("second", "3"), (await visitor.Page(), await Output("version")));
        (await Run("destroy", "--yes")).Succeeded();
    }

    private void Write(int port, string more = "comment: of a test") => File.WriteAllText(_project.At("Pulumi.yaml"), $$"""
        name: site
        runtime: yaml
        plugins:
          providers: [{ name: edgeinfra, path: "{{Path.GetDirectoryName(Repository.Provider)}}" }]
        config:
          key: { type: string, secret: true }
          certificate: { type: string }
          clientKey: { type: string, secret: true }
          item: { type: string, secret: true }
        resources:
          edge:
            type: pulumi:providers:edgeinfra
            properties: { endpoint: "{{_edge.Ready["control"]}}", apiKey: "${key}" }
          www:
            type: edgeinfra:Service
            options: { provider: "${edge}" }
          keyed:
            type: edgeinfra:Backend
            properties: { address: 127.0.0.1, port: 443, requestCondition: never, sslClientCert: "${certificate}", sslClientKey: "${clientKey}" }
            options: { provider: "${edge}" }
          live:
            type: edgeinfra:ServiceVersion
            properties:
              serviceId: ${www.id}
              domains: [localhost]
              backends:
                - ${keyed.definition}
                - { name: site, address: 127.0.0.1, port: {{port}} }
              credentials: ["${keyed.credentials}"]
              conditions: [{ name: never, type: REQUEST, statement: "false" }]
              dictionaries: [{ name: tokens, items: { a: "${item}" } }]
              {{more}}
            options: { provider: "${edge}" }
        outputs:
          version: ${live.number}
          service: ${www.id}
          backends: ${live.backends}

        """);

    private async Task Set(string name, string value, bool secret)
    {
        string[] marked = secret ? ["--secret"] : [];
        (await Shell.RunIn(
            Repository.Root, Repository.Launcher, ["config", "set", name, .. marked, "--cwd", _project.Path, "--", value.Trim()], Cli.Surroundings)).Succeeded();
        if (secret)
        {
            _planted.AddRange(value.Split('\n').Select(line => line.Trim()).Where(line => line.Length >= 12 && !line.StartsWith("---", StringComparison.Ordinal)));
        }
    }

    private async Task<string> LiveKey()
    {
        var service = await Output("service");
        return (await _control.Get($"/service/{service}/version/{await Output("version")}/backend/keyed"))["ssl_client_key"]!.GetValue<string>().Trim();
    }

    private async Task<string> Output(string name) => (await Run("stack", "output", name)).Succeeded().Output.Trim();

    private async Task<Ran> Run(params string[] arguments)
    {
        var ran = await Cli.Run(_project.Path, arguments);
        Hides(ran.All);
        return ran;
    }

    private void Hides(string text) => Assert.All(_planted, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
}
