using System.Net;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EdgeInfra.Protocol.Transport;

/// <summary>Answers gRPC calls on a free loopback port, over plain-text HTTP/2.</summary>
/// <remarks>
/// No routing, no logging, no container: an unexpected exception is answered with Unknown and its message. Nothing is
/// ever written to stdout, which belongs to the plugin handshake.
/// </remarks>
public sealed class RpcServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RpcServer(WebApplication app) => _app = app;

    public int Port { get; private init; }

    /// <summary>Host and port, as other programs are told it.</summary>
    public string Address => $"127.0.0.1:{Port}";

    public static async Task<RpcServer> Start(RpcService service, CancellationToken cancel = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RpcFrame.MaxMessage;
            kestrel.Limits.MinRequestBodyDataRate = null; // A debugger may hold the peer.
            kestrel.Limits.Http2.InitialStreamWindowSize = 1024 * 1024;
            kestrel.Limits.Http2.InitialConnectionWindowSize = 4 * 1024 * 1024;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1_000;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        var app = builder.Build();
        app.Run(context => Answer(service, context));
        await app.StartAsync(cancel).ConfigureAwait(false);
        return new RpcServer(app) { Port = new Uri(app.Urls.First()).Port };
    }

    public async ValueTask DisposeAsync()
    {
        // Calls under way are cut: whoever stops a server has waited for those that matter.
        using var now = new CancellationTokenSource();
        await now.CancelAsync().ConfigureAwait(false);
        await _app.StopAsync(now.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task Answer(RpcService service, HttpContext context)
    {
        context.Response.ContentType = "application/grpc";
        IMessage answer;
        try
        {
            answer = await service.Answer(context.Request.Path, context.Request.Body, context.RequestAborted)
                .ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Fail(context, error);
            return;
        }

        await context.Response.Body.WriteAsync(RpcFrame.Write(answer), context.RequestAborted).ConfigureAwait(false);
        context.Response.AppendTrailer(RpcTrailers.Status, "0");
    }

    private static void Fail(HttpContext context, Exception error)
    {
        var failure = error switch
        {
            RpcException rpc => rpc,
            OperationCanceledException => new RpcException(RpcStatus.Cancelled, "the call was cancelled"),
            FormatException format => new RpcException(RpcStatus.InvalidArgument, format.Message),
            _ => new RpcException(RpcStatus.Unknown, $"{error.GetType().Name}: {error.Message}"),
        };
        var trailersOnly = context.Features.Get<IHttpResponseTrailersFeature>() is null;
        foreach (var (name, value) in RpcTrailers.For(failure))
        {
            if (trailersOnly)
            {
                context.Response.Headers[name] = value;
            }
            else
            {
                context.Response.AppendTrailer(name, value);
            }
        }
    }
}
