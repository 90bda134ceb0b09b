using System.Globalization;
using Kit;

namespace Peers;

/// <summary>A JavaScript program on the real @pulumi/pulumi, run by the embedded engine against a running edge.</summary>
public sealed class A_program_on_the_Node_SDK : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private Daemon _edge = null!;
    private Page _origin = null!;

    private static string Program => Repository.At("tests", "Peers", "node", "program");

    public async Task InitializeAsync()
    {
        _edge = await Daemon.StartEdge(_folder.At("data"));
        _origin = await Page.Serve("from the origin");
        foreach (var file in new[] { "Pulumi.yaml", "index.js" })
        {
            File.Copy(Path.Combine(Program, file), _folder.At(file));
        }

        Directory.CreateSymbolicLink(_folder.At("node_modules"), Repository.At("tests", "Peers", "node", "node_modules"));
    }

    public async Task DisposeAsync()
    {
        await _edge.DisposeAsync();
        await _origin.DisposeAsync();
        File.Delete(_folder.At("node_modules"));
        _folder.Dispose();
    }

    [Fact]
    public async Task Previews_applies_changes_and_destroys()
    {
        var token = File.ReadAllText(_folder.At("data", "token")).Trim();
        (await Cli("config", "set", "endpoint", _edge.Ready["control"]!.GetValue<string>())).Succeeded();
        (await Cli("config", "set", "--secret", "apiKey", token)).Succeeded();
        (await Cli("config", "set", "originPort", _origin.Port.ToString(CultureInfo.InvariantCulture))).Succeeded();

        var preview = (await Cli("preview")).Succeeded();
        Assert.Contains("ServiceVersion", preview.Output, StringComparison.Ordinal);

        var up = (await Cli("up", "--yes")).Succeeded();
        Assert.DoesNotContain(token, preview.All + up.All, StringComparison.Ordinal);
        Assert.Equal("1", (await Cli("stack", "output", "version")).Succeeded().Output.Trim());
        Assert.DoesNotContain(token, (await Cli("stack", "export")).Succeeded().Output, StringComparison.Ordinal);
        using var http = new HttpClient { DefaultRequestHeaders = { Host = "node.localhost" } };
        Assert.Equal("from the origin", await http.GetStringAsync(_edge.Ready["url"]!.GetValue<string>()));

        (await Cli("preview", "--expect-no-changes")).Succeeded();
        (await Cli("config", "set", "weight", "30")).Succeeded();
        Assert.Contains("""backends["origin"].weight: 100 => 30""", (await Cli("preview")).Succeeded().Output, StringComparison.Ordinal);
        (await Cli("up", "--yes")).Succeeded();
        Assert.Equal("2", (await Cli("stack", "output", "version")).Succeeded().Output.Trim());

        (await Cli("destroy", "--yes")).Succeeded();
    }

    private Task<Ran> Cli(params string[] arguments) => Kit.Cli.Run(_folder.Path, arguments);
}
