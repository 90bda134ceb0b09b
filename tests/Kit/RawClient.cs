using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kit;

/// <summary>An HTTP client that sends exactly the bytes a test gives it and shows exactly what comes back.</summary>
public sealed class RawClient : IDisposable
{
    private readonly Socket _socket;
    private readonly Received _received;

    private RawClient(Socket socket) => (_socket, _received) = (socket, new Received(new NetworkStream(socket)));

    public static async Task<RawClient> Connect(IPEndPoint endpoint)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(endpoint);
        return new RawClient(socket);
    }

    public async Task Send(string bytes) => await _socket.SendAsync(Encoding.Latin1.GetBytes(bytes));

    /// <summary>Tells the other side that nothing more comes, and goes on listening.</summary>
    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>One answer: head, and body by its framing as it came. What was sent is a HEAD request? Then say so.</summary>
    public async Task<RawAnswer> Answer(bool toHead = false)
    {
        var head = await ReadUntil("\r\n\r\n");
        var answer = new RawAnswer(head, "", false);
        if (toHead || answer.Status is < 200 or 204 or 304)
        {
            return answer;
        }

        return answer["Content-Length"] is { } length ? await Fixed(answer, int.Parse(length, CultureInfo.InvariantCulture))
            : answer["Transfer-Encoding"] is not null ? await Chunks(answer)
            : await UntilClose(answer);
    }

    /// <summary>Everything up to and with the given text; shorter when the connection ends before.</summary>
    public async Task<string> ReadUntil(string text) => await _received.Until(text) ?? _received.Rest();

    /// <summary>Everything up to the end of the connection.</summary>
    public Task<string> ReadToEnd() => _received.ToEnd();

    /// <summary>Bytes sent until the other side takes no more, or until it is too much.</summary>
    public long Flood(long most) => Kit.Flood.Into(_socket, most);

    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
    }

    public void Dispose() => _socket.Dispose();

    private async Task<RawAnswer> Fixed(RawAnswer answer, int length)
    {
        var body = await _received.Bytes(length);
        return answer with { Body = body, IsWhole = body.Length == length };
    }

    private async Task<RawAnswer> Chunks(RawAnswer answer)
    {
        var body = new StringBuilder();
        while (true)
        {
            var line = await ReadUntil("\r\n");
            if (!int.TryParse(line.TrimEnd(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var size))
            {
                return answer with { Body = body.ToString() };
            }

            var chunk = await _received.Bytes(size + 2);
            if (chunk.Length < size + 2)
            {
                return answer with { Body = body.Append(chunk).ToString() };
            }

            body.Append(chunk[..size]);
            if (size == 0)
            {
                return answer with { Body = body.ToString(), IsWhole = true };
            }
        }
    }

    private async Task<RawAnswer> UntilClose(RawAnswer answer) => answer with { Body = await ReadToEnd(), IsWhole = true };
}
