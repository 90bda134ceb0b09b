using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kit;

/// <summary>An HTTP client that sends exactly the bytes a test gives it and shows exactly what comes back.</summary>
public sealed class RawClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly StringBuilder _arrived = new();

    public static async Task<RawClient> Connect(IPEndPoint endpoint)
    {
        var client = new RawClient();
        await client._socket.ConnectAsync(endpoint);
        return client;
    }

    public async Task Send(string bytes) => await _socket.SendAsync(Encoding.Latin1.GetBytes(bytes));

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
    public async Task<string> ReadUntil(string text)
    {
        int at;
        while ((at = _arrived.ToString().IndexOf(text, StringComparison.Ordinal)) < 0)
        {
            if (!await More())
            {
                return Take(_arrived.Length);
            }
        }

        return Take(at + text.Length);
    }

    /// <summary>Everything up to the end of the connection.</summary>
    public async Task<string> ReadToEnd()
    {
        while (await More())
        {
        }

        return Take(_arrived.Length);
    }

    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
    }

    public void Dispose() => _socket.Dispose();

    private async Task<RawAnswer> Fixed(RawAnswer answer, int length)
    {
        while (_arrived.Length < length && await More())
        {
        }

        var body = Take(Math.Min(length, _arrived.Length));
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

            while (_arrived.Length < size + 2 && await More())
            {
            }

            if (_arrived.Length < size + 2)
            {
                return answer with { Body = body.Append(Take(_arrived.Length)).ToString() };
            }

            body.Append(Take(size + 2)[..size]);
            if (size == 0)
            {
                return answer with { Body = body.ToString(), IsWhole = true };
            }
        }
    }

    private async Task<RawAnswer> UntilClose(RawAnswer answer) => answer with { Body = await ReadToEnd(), IsWhole = true };

    private async Task<bool> More()
    {
        var buffer = new byte[16 * 1024];
        try
        {
            var count = await _socket.ReceiveAsync(buffer);
            _arrived.Append(Encoding.Latin1.GetString(buffer, 0, count));
            return count > 0;
        }
        catch (SocketException)
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
