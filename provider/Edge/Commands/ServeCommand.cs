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
        var proxy = await foreground.Listen(
            "--listen", options.Listen, options.Data,
            listen => programs.Proxy(listen, control.Active, console.Log, cancel),
            started => started.Endpoint).ConfigureAwait(false);
        try
        {
            relay.Connect(proxy.Publish);
            visitor.Connect(proxy.Endpoint);
            await foreground.Serve(proxy, options.Data, options.Fingerprint, Ready(options, control, proxy), cancel)
                .ConfigureAwait(false);
        }
        finally
        {
            await proxy.Dispose().ConfigureAwait(false);
            options.Data.ForgetRunning(Environment.ProcessId);
        }
    }

    private async Task<ControlServer> StartControl(
        ServeCommandOptions options, string token, System.Net.IPEndPoint listen, ConfigRelay relay, EdgeVisitor visitor, CancellationToken cancel)
    {
        try
        {
            return await ControlServer.Start(
                new ControlOptions
                {
                    Listen = listen, Token = token, DataDirectory = options.Data.Folder,
                    Time = console.Time, Log = console.Log, Traffic = programs.Traffic, Visit = visitor.Visit,
                },
                relay.Publish, cancel).ConfigureAwait(false);
        }
        catch (DataDirectoryInUseException error)
        {
            throw new Complaint($"--data {error.Message}");
        }
    }

    private static string Ready(ServeCommandOptions options, ControlServer control, Listening proxy) => new JsonObject
    {
        ["url"] = EndpointText.Url(proxy.Endpoint),
        ["listen"] = proxy.Endpoint.ToString(),
        ["control"] = $"http://{control.Endpoint}",
        ["pid"] = Environment.ProcessId,
        ["data"] = options.Data.Folder,
    }.ToJsonString(JsonSerializerOptions.Default);
}
