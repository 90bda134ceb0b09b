using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Kit;

/// <summary>One connection to an <see cref="Origin"/>, in the test's hands.</summary>
public sealed class OriginCall(Socket socket, Stream stream, string? serverName)
{
    private readonly StringBuilder _arrived = new();

    /// <summary>The name the client sent in the TLS handshake (SNI), or null.</summary>
    public string? ServerName => serverName;

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
    public async Task<string?> ReadUntil(string text)
    {
        int at;
        while ((at = _arrived.ToString().IndexOf(text, StringComparison.Ordinal)) < 0)
        {
            if (!await More())
            {
                return null;
            }
        }

        return Take(at + text.Length);
    }

    public async Task<string> Read(int count)
    {
        while (_arrived.Length < count && await More())
        {
        }

        return Take(Math.Min(count, _arrived.Length));
    }

    public async Task Send(string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Completes when the other side has closed the connection.</summary>
    public async Task Closed()
    {
        while (await More())
        {
        }
    }

    /// <summary>Ends this side in order.</summary>
    public void Close() => stream.Dispose();

    /// <summary>Ends the connection with a reset.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }

    private async Task<bool> More()
    {
        var buffer = new byte[16 * 1024];
        try
        {
            var count = await stream.ReadAsync(buffer);
            _arrived.Append(Encoding.Latin1.GetString(buffer, 0, count));
            return count > 0;
        }
        catch (IOException)
        {
            return false; // reset by the other side
        }
    }

    private string Take(int count)
    {
        var taken = _arrived.ToString(0, count);
        _arrived.Remove(0, count);
        return taken;
    }
}
