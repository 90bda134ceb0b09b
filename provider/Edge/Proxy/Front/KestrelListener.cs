using System.Net;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EdgeInfra.Edge.Proxy.Front;

/// <summary>Kestrel's server with nothing around it, on one address. Bytes of headers pass unchanged in both directions.</summary>
internal sealed class KestrelListener : IListener
{
    private readonly KestrelServer _server;

    // Else a bare line feed ends a line for Kestrel, and perhaps not for whatever stands before it.
    static KestrelListener() => AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", true);

    private KestrelListener(KestrelServer server, IPEndPoint endpoint) => (_server, Endpoint) = (server, endpoint);

    public IPEndPoint Endpoint { get; }

    /// <param name="listen">Where to listen.</param>
    /// <param name="application">What answers.</param>
    /// <param name="limits">What clients may do.</param>
    /// <param name="cancel">Gives up starting.</param>
    /// <param name="connections">What connections pass before HTTP; unset, nothing.</param>
    /// <param name="isInline">Whether the application runs in the thread that sees the socket ready, and so must never block.</param>
    public static async Task<KestrelListener> Start<T>(
        IPEndPoint listen, IHttpApplication<T> application, Action<KestrelServerLimits> limits, CancellationToken cancel,
        Action<ListenOptions>? connections = null, bool isInline = false)
        where T : notnull
    {
        var options = new KestrelServerOptions
        {
            AddServerHeader = false,
            AllowHostHeaderOverride = true, // an absolute-form target overrides Host (RFC 9112, 3.2.2)
            RequestHeaderEncodingSelector = static name => name switch
            {
                "Connection" => ConnectionEncoding.Instance,
                "Content-Length" => LengthEncoding.Instance,
                _ => Encoding.Latin1,
            },
            ResponseHeaderEncodingSelector = _ => Encoding.Latin1,
        };
        limits(options.Limits);
        options.Listen(listen, endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http1;
            connections?.Invoke(endpoint);
        });
        var transport = new SocketTransportFactory(
            Options.Create(new SocketTransportOptions { UnsafePreferInlineScheduling = isInline }), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(application, cancel);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            server.Dispose();
            throw new PortTakenException(listen, failure);
        }

        var address = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return new KestrelListener(server, new IPEndPoint(listen.Address, BindingAddress.Parse(address).Port));
    }

    public Task Drain(CancellationToken giveUp) => _server.StopAsync(giveUp);

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }
}
