using System.Net;
using EdgeInfra.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EdgeInfra.Edge.Control;

/// <summary>The control API on its own listener, over a store of versions.</summary>
/// <remarks>It publishes what is to be served, and knows nobody who serves it.</remarks>
internal sealed class ControlServer : IAsyncDisposable
{
    // Calls take milliseconds; who takes longer sends slowly.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    private readonly WebApplication _app;
    private readonly Activation _activation;
    private readonly IDisposable[] _owned;
    private readonly TimeProvider _time;

    private ControlServer(WebApplication app, Activation activation, IDisposable[] owned, TimeProvider time) =>
        (_app, _activation, _owned, _time) = (app, activation, owned, time);

    public IPEndPoint Endpoint { get; private set; } = new(IPAddress.None, 0);

    /// <summary>What is live at this moment.</summary>
    public EdgeConfig Active => _activation.Live;

    /// <summary>
    /// Opens the store and listens. What is active at the start is not published: take it from <see cref="Active"/>.
    /// </summary>
    /// <exception cref="DataDirectoryInUseException">Another edge runs in the same data directory.</exception>
    /// <exception cref="IOException">The address cannot be listened on, or the data directory not be used.</exception>
    public static async Task<ControlServer> Start(ControlOptions options, Action<EdgeConfig> publish, CancellationToken cancel)
    {
        options.Files.CreateFolder(options.DataDirectory);
        var owned = new Stack<IDisposable>();
        try
        {
            owned.Push(FolderLock.Take(options.DataDirectory, "edge.lock") ?? throw new DataDirectoryInUseException(options.DataDirectory));
            var services = new ServiceRegister(new VersionStore(options.DataDirectory, options.Files, options.Log), options.Time);
            var activation = new Activation(services, options.Time, publish, options.Log) { Places = [.. options.Shields, .. options.Place is { } here ? [here] : Array.Empty<string>()] };
            var tokens = new TokenRegister(options.DataDirectory, options.Files, options.Token, options.Time, options.Log);
            var audit = new AuditLog(options.DataDirectory, options.Log);
            owned.Push(audit);
            var traffic = new TrafficHistory(options.Traffic, options.Time);
            owned.Push(traffic);
            var routes = new ControlRoutes(services, activation, tokens, audit, traffic, options).Table;
            var app = Listener(options, new ControlApi(routes, tokens, new WriteBudget(options.Time), audit, options.Time, options.Log)
            {
                OpenMetrics = options.OpensMetrics ? new MetricsRoutes(options.Metrics).Open : null,
            });
            owned.Push(app);
            await app.StartAsync(cancel).ConfigureAwait(false);
            return new ControlServer(app, activation, [.. owned], options.Time)
            {
                Endpoint = new(options.Listen.Address, new Uri(app.Urls.First()).Port),
            };
        }
        catch
        {
            DisposeAll(owned);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(StopLimit, _time);
        await _app.StopAsync(limit.Token).ConfigureAwait(false);
        DisposeAll(_owned);
    }

    private static WebApplication Listener(ControlOptions options, ControlApi api)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ControlBody.Limit;
            kestrel.Listen(options.Listen, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        app.Run(api.Handle);
        return app;
    }

    private static void DisposeAll(IEnumerable<IDisposable> owned)
    {
        foreach (var one in owned)
        {
            one.Dispose();
        }
    }
}
