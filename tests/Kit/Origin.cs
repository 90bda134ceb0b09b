using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Channels;

namespace Kit;

/// <summary>
/// An origin on a real socket that a test plays itself, or that answers by a script. What arrives is kept byte for byte.
/// </summary>
public sealed class Origin : IAsyncDisposable
{
    private readonly Socket _listener;
    private readonly Channel<OriginCall> _calls = Channel.CreateUnbounded<OriginCall>();
    private readonly List<OriginCall> _open = [];
    private readonly X509Certificate2? _certificate;
    private readonly Func<OriginCall, Task>? _script;
    private int _accepted;

    private Origin(X509Certificate2? certificate, Func<OriginCall, Task>? script, IPEndPoint? at = null)
    {
        (_certificate, _script) = (certificate, script);
        at ??= new IPEndPoint(IPAddress.Loopback, 0);
        _listener = new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(at);
        _listener.Listen(512);
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>Connections so far.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>An origin whose connections the test takes one by one with <see cref="Call"/>.</summary>
    public static Origin Played(X509Certificate2? certificate = null) => new(certificate, null);

    /// <summary>An origin at an address of its own, to be played.</summary>
    public static Origin PlayedAt(IPEndPoint at) => new(null, null, at);

    /// <summary>
    /// An origin that answers every request on every connection by itself; a closing one ends the connection after each answer.
    /// </summary>
    public static Origin Answering(Func<OriginRequest, string> answer, X509Certificate2? certificate = null, bool closing = false) =>
        new(certificate, async call =>
        {
            while (await call.TryRequest() is { } request)
            {
                await call.Send(answer(request));
                if (closing)
                {
                    return;
                }
            }
        });

    /// <summary>An origin that does this with every connection.</summary>
    public static Origin Following(Func<OriginCall, Task> script) => new(null, script);

    /// <summary>An origin that answers every request with 200 and this body.</summary>
    public static Origin Answering(string body) =>
        Answering(_ => $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}");

    /// <summary>The next connection, once there is one.</summary>
    public ValueTask<OriginCall> Call() => _calls.Reader.ReadAsync();

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        lock (_open)
        {
            _open.ForEach(call => call.Close());
        }

        return ValueTask.CompletedTask;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync();
                socket.NoDelay = true;
                Interlocked.Increment(ref _accepted);
                _ = Serve(socket);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            _calls.Writer.TryComplete();
        }
    }

    private async Task Serve(Socket socket)
    {
        try
        {
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            ClientHello? hello = null;
            if (_certificate is not null)
            {
                hello = await ClientHello.Peek(socket);
                stream = await Secured(stream, _certificate);
            }

            var call = new OriginCall(socket, stream, hello);
            lock (_open)
            {
                _open.Add(call);
            }

            if (_script is null)
            {
                await _calls.Writer.WriteAsync(call);
                return;
            }

            await _script(call);
            call.Close();
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException
            or System.Security.Authentication.AuthenticationException or ChannelClosedException)
        {
            socket.Dispose();
        }
    }

    private static async Task<SslStream> Secured(Stream stream, X509Certificate2 certificate)
    {
        var tls = new SslStream(stream);
#pragma warning disable CA5359 // Who the client is, is for the test to judge.
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificate = certificate,
            ClientCertificateRequired = true,
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        });
#pragma warning restore CA5359
        return tls;
    }
}
