using Kit;

namespace EndToEnd;

/// <summary>A program in YAML with what is no resource of its own: a table that decides, its items, a list of addresses, VCL.</summary>
public sealed class Kinds_of_a_version : IAsyncLifetime
{
    private readonly TempFolder _project = new();
    private readonly TempFolder _data = new();
    private Daemon _edge = null!;
    private Page _site = null!;
    private Page _moved = null!;

    private string Program => SiteProgram.Beginning(_edge.Ready["control"]!) + $$"""
          www:
            type: edgeinfra:Service
            options: { provider: "${edge}" }
          live:
            type: edgeinfra:ServiceVersion
            properties:
              serviceId: ${www.id}
              domains: [localhost]
              backends:
                - { name: site, address: 127.0.0.1, port: {{_site.Port}} }
                - { name: moved, address: 127.0.0.1, port: {{_moved.Port}}, requestCondition: is-moved }
              conditions:
                - { name: is-moved, type: REQUEST, statement: 'table.lookup(routes, req.url.path) == "moved" && client.ip ~ near' }
              dictionaries: [{ name: routes, items: { /a: moved } }]
              acls: [{ name: near, entries: [{ ip: 127.0.0.0, subnet: 8 }, { ip: "::1" }] }]
              snippets:
                - { name: esi, type: fetch, content: "esi;" }
                - { name: later, type: recv, dynamic: true, content: "# nothing yet" }
              vcls: [{ name: own, content: "sub own { }" }]
            options: { provider: "${edge}" }
        outputs:
          version: ${live.number}

        """;

    public async Task InitializeAsync()
    {
        (_site, _moved, _edge) = (await Page.Serve("site"), await Page.Serve("moved"), await Daemon.StartEdge(_data.Path));
        Write(Program);
        (await Run("config", "set", "key", File.ReadAllText(_data.At("token")).Trim(), "--secret")).Succeeded();
    }

    public async Task DisposeAsync()
    {
        await _edge.DisposeAsync();
        await _site.DisposeAsync();
        await _moved.DisposeAsync();
        _project.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Go_up_change_with_and_without_a_version_are_refreshed_and_go_away()
    {
        (await Run("preview")).Succeeded();
        (await Run("up", "--yes")).Succeeded();
        using var visitor = new Visitor(_edge.Ready["url"] + "/a");
        Assert.Equal("moved", await visitor.Page());
        (await Run("preview", "--expect-no-changes")).Succeeded();
        (await Run("refresh", "--yes")).Succeeded();
        (await Run("preview", "--expect-no-changes")).Succeeded();

        // An item alone: another answer, the same version.
        Write(Program.Replace("/a: moved", "/a: back", StringComparison.Ordinal));
        Assert.Contains("items", (await Run("preview")).Succeeded().Output, StringComparison.Ordinal);
        (await Run("up", "--yes")).Succeeded();
        Assert.Equal("site", await visitor.Page());
        Assert.Equal("1", await Version());

        // A snippet less and a new name for a table: one version, which finds its items from its first request on.
        Write(Program.Replace("routes", "ways", StringComparison.Ordinal)
            .Replace("        - { name: esi, type: fetch, content: \"esi;\" }\n", "", StringComparison.Ordinal));
        (await Run("up", "--yes")).Succeeded();
        Assert.Equal("moved", await visitor.Page());
        Assert.Equal("2", await Version());
        (await Run("preview", "--expect-no-changes")).Succeeded();

        (await Run("destroy", "--yes")).Succeeded();
        Assert.Equal(500, await visitor.Status());
    }

    private void Write(string program) => File.WriteAllText(_project.At("Pulumi.yaml"), program);

    private async Task<string> Version() => (await Run("stack", "output", "version")).Succeeded().Output.Trim();

    private Task<Ran> Run(params string[] arguments) => Cli.Run(_project.Path, arguments);
}
