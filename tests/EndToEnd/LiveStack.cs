using Kit;

namespace EndToEnd;

/// <summary>A stack in YAML that is up, on an edge of its own. Tests make mistakes in its program and see that nothing comes of them.</summary>
public sealed class LiveStack : IAsyncLifetime
{
    /// <summary>A secret of the configuration that the program uses; with the edge's token it must never be shown.</summary>
    private const string Planted = "planted-9f3c1e";

    private readonly TempFolder _project = new();
    private readonly TempFolder _data = new();
    private Daemon? _edge;
    private Page? _origin;
    private ControlClient? _control;

    public string Folder => _project.Path;

    public string StateFile => _project.At(".pulumi", "stacks", "site", "dev.json");

    public string DataFolder => _data.Path;

    public Uri Control => new(_edge!.Ready["control"]!.GetValue<string>());

    public Uri Url => new(_edge!.Ready["url"]!.GetValue<string>());

    private string Token => File.ReadAllText(_data.At("token")).Trim();

    private string Program => SiteProgram.Beginning(Control, "note") + $$"""
          alive:
            type: edgeinfra:Healthcheck
            properties: { host: site.localhost, path: /, window: 5, threshold: 3, initial: 5 }
            options: { provider: "${edge}" }
          origin:
            type: edgeinfra:Backend
            properties: { address: 127.0.0.1, port: {{_origin!.Port}}, comment: "${note}" }
            options: { provider: "${edge}" }
          www:
            type: edgeinfra:Service
            properties: { comment: a site }
            options: { provider: "${edge}" }
          live:
            type: edgeinfra:ServiceVersion
            properties:
              serviceId: ${www.id}
              domains: [localhost]
              backends: ["${origin.definition}"]
            options: { provider: "${edge}" }
        outputs:
          version: ${live.number}
          service: ${www.id}

        """;

    public async Task InitializeAsync()
    {
        _origin = await Page.Serve("the live page");
        _edge = await Daemon.StartEdge(_data.Path);
        _control = new ControlClient(Control.ToString(), Token);
        Write(Program);
        (await Run("config", "set", "note", Planted, "--secret")).Succeeded();
        (await Run("config", "set", "key", Token, "--secret")).Succeeded();
        (await Run("up", "--yes")).Succeeded();
    }

    /// <summary>Makes mistakes: each text of the program is replaced by another.</summary>
    public void Change(params (string Before, string After)[] edits)
    {
        var program = Program;
        foreach (var (before, after) in edits)
        {
            Assert.Contains(before, program, StringComparison.Ordinal);
            program = program.Replace(before, after, StringComparison.Ordinal);
        }

        Write(program);
    }

    public void Mend() => Write(Program);

    public void Write(string program) => File.WriteAllText(_project.At("Pulumi.yaml"), program);

    public Task<Ran> Run(params string[] arguments) => RunWith(Cli.Surroundings, arguments);

    /// <summary>Whatever it is, it shows no secret.</summary>
    public async Task<Ran> RunWith(Dictionary<string, string?> surroundings, params string[] arguments)
    {
        var ran = await Cli.RunWith(surroundings, Folder, arguments);
        Assert.DoesNotContain(Token, ran.All, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, ran.All, StringComparison.Ordinal);
        return ran;
    }

    /// <summary>What must stay: what visitors see, and every version of every service, drafts too.</summary>
    public async Task<string> World()
    {
        using var visitor = new Visitor(Url.ToString());
        return $"{await visitor.Page()}\n{await _control!.Get("/service")}";
    }

    public async Task<string> State() => Convert.ToHexString(await File.ReadAllBytesAsync(StateFile));

    public async Task DisposeAsync()
    {
        _control?.Dispose();
        if (_edge is not null)
        {
            await _edge.DisposeAsync();
        }

        if (_origin is not null)
        {
            await _origin.DisposeAsync();
        }

        _project.Dispose();
        _data.Dispose();
    }
}
