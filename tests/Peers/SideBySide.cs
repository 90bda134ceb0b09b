using System.Net;
using EdgeInfra.Model;
using Kit;

namespace Peers;

/// <summary>One version on our runtime and, as its Varnish form, on a real Varnish.</summary>
internal sealed class SideBySide : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly Daemon _edge;
    private readonly Varnish _varnish;

    private SideBySide(TempFolder folder, Daemon edge, Varnish varnish, VarnishText vcl) =>
        (_folder, _edge, _varnish, Vcl) = (folder, edge, varnish, vcl);

    public VarnishText Vcl { get; }

    public IPEndPoint Runtime => IPEndPoint.Parse(_edge.Ready["listen"]!.GetValue<string>());

    public IPEndPoint Varnish => _varnish.Endpoint;

    public static async Task<SideBySide> Serve(ServiceVersion version, VersionContents contents)
    {
        Assert.DoesNotContain(VersionRules.Check(version), problem => problem.Severity == Severity.Error);
        var (folder, vcl) = (new TempFolder(), VarnishVcl.Of(version, contents));
        var varnish = await Peers.Varnish.Serve(vcl.Text);
        var edge = await Daemon.StartEdge(folder.At("data"));
        using var control = new ControlClient(edge.Ready["control"]!.GetValue<string>(), File.ReadAllText(folder.At("data", "token")).Trim());
        await Activate(control, version, contents);
        return new SideBySide(folder, edge, varnish, vcl);
    }

    public async ValueTask DisposeAsync()
    {
        await _varnish.DisposeAsync();
        await _edge.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task Activate(ControlClient control, ServiceVersion version, VersionContents contents)
    {
        var service = (await control.Post("/service", ("name", "www")))["id"]!.GetValue<string>();
        var at = $"/service/{service}/version/1";
        foreach (var table in FieldTables.OfVersions)
        {
            foreach (var record in version.Objects(table.Kind))
            {
                await control.Post($"{at}/{table.WirePath}", [.. table.ToForm(record).Select(pair => (pair.Key, pair.Value))]);
            }
        }

        foreach (var (director, member) in version.Directors.SelectMany(director => director.Backends.Select(member => (director.Name, member))))
        {
            await control.Post($"{at}/director/{director}/backend/{member}");
        }

        await Fill(control, service, contents);
        await control.Put($"{at}/activate");
    }

    private static async Task Fill(ControlClient control, string service, VersionContents contents)
    {
        foreach (var table in contents.Tables)
        {
            var id = (await control.Get($"/service/{service}/version/1/dictionary/{table.Name}"))["id"]!.GetValue<string>();
            foreach (var item in table.Items)
            {
                await control.Post($"/service/{service}/dictionary/{id}/item", ("item_key", item.ItemKey), ("item_value", item.ItemValue));
            }
        }

        foreach (var acl in contents.Acls)
        {
            var id = (await control.Get($"/service/{service}/version/1/acl/{acl.Name}"))["id"]!.GetValue<string>();
            foreach (var entry in acl.Entries)
            {
                await control.Post($"/service/{service}/acl/{id}/entry", [("ip", entry.Ip), ("negated", entry.Negated ? "1" : "0"),
                    .. entry.Subnet is { } bits ? [("subnet", $"{bits}")] : Array.Empty<(string, string)>()]);
            }
        }
    }
}
