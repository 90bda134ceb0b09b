using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeInfra.Edge.Control;

namespace EdgeInfra.Edge.Commands;

/// <summary><c>edgeinfra-edge serve</c>: control API and proxy in one process.</summary>
internal sealed class ServeCommand(Programs programs, CommandConsole console)
{
    public async Task Run(ServeCommandOptions options, CancellationToken cancel)
    {
        options.Data.Create();
        var foreground = new Foreground(console);
        var relay = new ConfigRelay();
        using var visitor = new EdgeVisitor(console.Time);
        var token = options.ApiKey ?? options.Data.ReadOrCreateToken();
        await using var control = await foreground.Listen(
            "--control", options.Control, options.Data,
            listen => StartControl(options, token, listen, relay, visitor, cancel), started => started.Endpoint).ConfigureAwait(false);
        var proxy = await programs.Proxy(options.Proxy, control.Active, console.Log, cancel).ConfigureAwait(false);
        try
        {
            var endpoints = await Listen(options, proxy, foreground, cancel).ConfigureAwait(false);
            relay.Connect(proxy.Publish);
            if (options.Proxy.Listeners[0].Option == "--listen")
            {
                visitor.Connect(endpoints[0]); // plain HTTP, without a PROXY header
            }

            await foreground.Serve(proxy.Drain, options.Data, options.Fingerprint, Ready(options, control, endpoints), cancel)
                .ConfigureAwait(false);
        }
        finally
        {
            await proxy.Dispose().ConfigureAwait(false);
            options.Data.ForgetRunning(Environment.ProcessId);
        }
    }

    private async Task<ControlServer> StartControl(
        ServeCommandOptions options, string token, IPEndPoint listen, ConfigRelay relay, EdgeVisitor visitor, CancellationToken cancel)
    {
        try
        {
            return await ControlServer.Start(
                new ControlOptions
                {
                    Listen = listen, Token = token, DataDirectory = options.Data.Folder,
                    Time = console.Time, Log = console.Log, Traffic = programs.Traffic, Visit = visitor.Visit,
                    Place = options.Proxy.Place, Shields = [.. options.Proxy.Shields.Select(shield => shield.Place)],
                    Purges = programs.Purges, Metrics = programs.Metrics, Explain = programs.Explain, OpensMetrics = options.OpenMetrics,
                },
                relay.Publish, cancel).ConfigureAwait(false);
        }
        catch (DataDirectoryInUseException error)
        {
            throw new Complaint($"--data {error.Message}");
        }
    }

    private static async Task<List<IPEndPoint>> Listen(
        ServeCommandOptions options, RunningProxy proxy, Foreground foreground, CancellationToken cancel)
    {
        var endpoints = new List<IPEndPoint>();
        foreach (var (wish, number) in options.Proxy.Listeners.GroupBy(wish => wish.Option).SelectMany(same => same.Select((wish, i) => (wish, i + 1))))
        {
            endpoints.Add(await foreground.Listen(
                wish.Option, wish.Endpoint, options.Data,
                at => proxy.Listen(wish with { Endpoint = at }, cancel), static endpoint => endpoint, number).ConfigureAwait(false));
        }

        return endpoints;
    }

    // Listeners are in order of their options here and in what was wished: plain ones first.
    private static string Ready(ServeCommandOptions options, ControlServer control, List<IPEndPoint> endpoints) => new JsonObject
    {
        ["url"] = options.Proxy.Listeners[0].UrlAt(endpoints[0]),
        ["listen"] = endpoints[0].ToString(),
        ["control"] = $"http://{control.Endpoint}",
        ["pid"] = Environment.ProcessId,
        ["data"] = options.Data.Folder,
        ["listeners"] = new JsonArray([.. options.Proxy.Listeners.Zip(endpoints, (wish, endpoint) =>
            new JsonObject { ["url"] = wish.UrlAt(endpoint), ["listen"] = endpoint.ToString(), ["option"] = wish.Option })]),
    }.ToJsonString(JsonSerializerOptions.Default);
}
