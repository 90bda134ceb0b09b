using System.Text.Json.Nodes;
using Kit;

namespace EndToEnd;

/// <summary>A service that somebody else made, taken over by a program that was written from it.</summary>
public sealed class Imported_services : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private Daemon? _edge;
    private ControlClient? _control;
    private string _service = "";

    private string Url => _edge!.Ready["control"]!.GetValue<string>();

    private Dictionary<string, string?> Surroundings => new(Cli.Surroundings)
    {
        ["EDGEINFRA_API_KEY"] = File.ReadAllText(_folder.At("data", "token")).Trim(),
        ["TreatWarningsAsErrors"] = "true",
    };

    public async Task InitializeAsync()
    {
        _edge = await Daemon.StartEdge(_folder.At("data"));
        _control = new ControlClient(Url, File.ReadAllText(_folder.At("data", "token")).Trim());
        _service = (await _control.Post("/service", ("name", "Shop \"A\" ü"), ("comment", "${not} a {reference}\n\tof two lines")))["id"]!.GetValue<string>();
        var version = $"/service/{_service}/version/1";
        await _control.Put(version, ("comment", "as it \\ was"));
        await _control.Post($"{version}/domain", ("name", "localhost"));
        await _control.Post($"{version}/domain", ("name", "*.example.com"));
        await _control.Post($"{version}/healthcheck", ("name", "class"), ("host", "h"), ("path", "/${x}?a=\"b\""), ("initial", "5"), ("headers", "X: é"));
        await _control.Post($"{version}/condition",
            ("name", "is-api"), ("type", "REQUEST"), ("statement", "req.url ~ {\"^/a\\d\"}\n  || req.http.X == \"1\""), ("priority", "7"));
        foreach (var name in new[] { "origin", "Host 1", "host-1", "1st", "new", "é\"\\" })
        {
            await _control.Post($"{version}/backend", ("name", name), ("address", "127.0.0.1"), ("port", "8443"), ("use_ssl", "1"),
                ("min_tls_version", "1.2"), ("healthcheck", "class"), ("request_condition", name == "origin" ? "" : "is-api"),
                ("comment", $"of {name}\n  \"\"\" and \u2028 \U0001f600 # ${{origin}} \\u0041\n"));
        }

        await _control.Post($"{version}/dictionary", ("name", "routes"));
        await _control.Post($"{version}/acl", ("name", "staff"));
        await _control.Post($"{version}/snippet", ("name", "log it"), ("type", "log"), ("dynamic", "0"), ("priority", "5"), ("content", "# \"one\"\n  log {\"${two}\"};\n"));
        await _control.Put($"{version}/activate");
    }

    public async Task DisposeAsync()
    {
        _control?.Dispose();
        await _edge!.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("csharp")]
    [InlineData("yaml")]
    public async Task Are_taken_over_without_a_change(string language)
    {
        var project = _folder.At("project");
        var ran = (await Run("import", "service", _service, "--language", language, "--endpoint", Url, "--out", project)).Succeeded();
        Assert.All(ran.Error.Split('\n').Where(line => line.StartsWith("warning", StringComparison.Ordinal)),
            line => Assert.Contains("EDGE139", line, StringComparison.Ordinal));

        await Add(language, project);
        var steps = JsonNode.Parse((await Run("preview", "--json", "--cwd", project)).Succeeded().Output)!["steps"]!.AsArray()
            .Select(step => (Op: step!["op"]!.GetValue<string>(), Type: step["urn"]!.GetValue<string>().Split("::")[2]))
            .Where(step => step.Type.StartsWith("edgeinfra:", StringComparison.Ordinal)).ToList();
        Assert.Equal(2 + 8, steps.Count);
        Assert.All(steps, step => Assert.Equal(
            step.Type is "edgeinfra:index:Service" or "edgeinfra:index:ServiceVersion" ? "import" : "create", step.Op));

        (await Run("up", "--yes", "--skip-preview", "--cwd", project)).Succeeded();
        (await Run("preview", "--expect-no-changes", "--cwd", project)).Succeeded();
        Assert.Single((await _control!.Get($"/service/{_service}/version")).AsArray());
    }

    // What VCL adds to a program that is there must compile with it; in YAML it is told.
    private async Task Add(string language, string project)
    {
        File.WriteAllText(_folder.At("more.vcl"), "backend F_new { .host = \"192.0.2.1\"; .probe = { .request = \"GET / HTTP/1.1\" \"Host: h\"; } }");
        var ran = (await Run("import", "vcl", _folder.At("more.vcl"), "--out", project)).Succeeded();
        (await Run("import", "service", _service, "--endpoint", Url, "--out", project)).Succeeded();
        Assert.Equal(language == "csharp", File.Exists(Path.Combine(project, "ImportedMore.cs")));
        Assert.Equal(language == "csharp", File.Exists(Path.Combine(project, "ImportedShopA.cs")));
        Assert.Equal(language == "yaml", ran.Output.Contains("type: edgeinfra:Backend", StringComparison.Ordinal));
    }

    private Task<Ran> Run(params string[] arguments) =>
        Shell.RunIn(Repository.Root, Repository.Launcher, arguments, Surroundings);
}
