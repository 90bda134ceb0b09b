using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Unit.Edge.Proxy.Front;

/// <summary>An HTTP client that goes to one address whatever the name, and keeps the certificate it was shown.</summary>
internal sealed class TlsVisitor : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="endpoint">Where to go.</param>
    /// <param name="serverName">Set, the name that the handshake asks for, whatever the URL's; only for http URLs, which are sent in TLS all the same.</param>
    /// <param name="protocols">The versions of TLS.</param>
    public TlsVisitor(IPEndPoint endpoint, string? serverName = null, SslProtocols protocols = SslProtocols.None)
    {
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = serverName,
            EnabledSslProtocols = protocols,
            RemoteCertificateValidationCallback = (_, certificate, _, _) =>
            {
                Shown = X509CertificateLoader.LoadCertificate(certificate!.GetRawCertData()).Subject;
                return Shown.Length > 0; // which one it is is what tests look at
            },
        };
        _http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            SslOptions = options,
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(endpoint, cancel);
                return serverName is null ? new NetworkStream(socket, ownsSocket: true) : await Handshake(new NetworkStream(socket, ownsSocket: true), options);
            },
        });
    }

    /// <summary>The subject of the certificate of the last handshake.</summary>
    public string? Shown { get; private set; }

    public async Task<HttpResponseMessage> Send(string url, int version = 1, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url))
        {
            Version = version == 1 ? HttpVersion.Version11 : HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        change?.Invoke(request);
        return await _http.SendAsync(request);
    }

    private static async Task<Stream> Handshake(NetworkStream stream, SslClientAuthenticationOptions options)
    {
        var tls = new SslStream(stream);
        await tls.AuthenticateAsClientAsync(options);
        return tls;
    }

    public void Dispose() => _http.Dispose();
}
