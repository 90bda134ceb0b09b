using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Kit;

/// <summary>One connection to an <see cref="Origin"/>, in the test's hands.</summary>
public sealed class OriginCall(Socket socket, Stream stream, ClientHello? hello)
{
    private readonly Received _received = new(stream);

    /// <summary>The name the client sent in the TLS handshake (SNI), or null.</summary>
    public string? ServerName => hello?.ServerName;

    /// <summary>What the client began the TLS handshake with; null without TLS.</summary>
    public ClientHello? Hello => hello;

    /// <summary>The subject of the certificate the client showed; null when it showed none.</summary>
    public string? ClientSubject { get; } = (stream as SslStream)?.RemoteCertificate?.Subject;

    /// <summary>The connection itself, for protocols of their own; what came together with a request is not in it any more.</summary>
    public Stream Stream => stream;

    public async Task<OriginRequest> Request() =>
        await TryRequest() ?? throw new InvalidOperationException("The connection was closed before a request came.");

    /// <summary>The next request, or null when the other side has closed.</summary>
    public async Task<OriginRequest?> TryRequest()
    {
        if (await ReadUntil("\r\n\r\n") is not { } head)
        {
            return null;
        }

        var request = new OriginRequest(head, "");
        return request["Content-Length"] is { } length
            ? request with { Body = await Read(int.Parse(length, CultureInfo.InvariantCulture)) }
            : request;
    }

    /// <summary>Everything up to and with the given text; null when the stream ends before.</summary>
    public Task<string?> ReadUntil(string text) => _received.Until(text);

    public Task<string> Read(int count) => _received.Bytes(count);

    public async Task Send(string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Bytes sent until the other side takes no more, or until it is too much. Not for TLS.</summary>
    public long Flood(long most) => Kit.Flood.Into(socket, most);

    /// <summary>Completes when the other side has closed the connection, with what came until then.</summary>
    public Task<string> Closed() => _received.ToEnd();

    /// <summary>Ends this side in order.</summary>
    public void Close() => stream.Dispose();

    /// <summary>Ends the connection with a reset.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }
}
