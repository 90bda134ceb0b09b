using System.Security.Authentication;
using EdgeInfra.Edge.Proxy.Front.Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeInfra.Edge.Proxy.Front.Connections;

/// <summary>TLS in front of HTTP: the certificate by the name the client asks for, TLS 1.2 and 1.3, HTTP/2 where the client offers it.</summary>
internal static class TlsConnections
{
    // A fatal alert "unrecognized_name" (RFC 6066), so that a client can tell this from a broken line.
    private static readonly byte[] UnrecognizedName = [0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 112];

    public static void Use(ListenOptions endpoint, ICertificates certificates, TimeSpan handshakeTime)
    {
        endpoint.KestrelServerOptions.ApplicationServices = Services();
        endpoint.UseHttps(new TlsHandshakeCallbackOptions
        {
            HandshakeTimeout = handshakeTime,
            OnConnection = async context =>
            {
                if (certificates.For(context.ClientHelloInfo.ServerName) is { } certificate)
                {
                    context.Connection.Features.Set(certificate);
                    return certificate.Handshake;
                }

                await context.Connection.Transport.Output.WriteAsync(UnrecognizedName, context.CancellationToken);
                throw new AuthenticationException("There is no certificate for this name.");
            },
        });
    }

    // Kestrel's TLS asks for its logger and its counters by way of a container; nothing else of a web host is made.
    private static ServiceProvider Services()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddLogging().AddMetrics();
        return builder.Services.BuildServiceProvider();
    }
}
