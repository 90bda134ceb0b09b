using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Unit.Edge.Proxy.Front;

/// <summary>HTTP/2 without TLS, frame by frame, for what a well-behaved client never sends.</summary>
internal sealed class Http2Client : IDisposable
{
    public const byte Data = 0, Headers = 1, Reset = 3, Settings = 4, GoAway = 7;

    private readonly TcpClient _tcp = new() { NoDelay = true };
    private Stream _stream = Stream.Null;

    public static async Task<Http2Client> Connect(IPEndPoint endpoint)
    {
        var client = new Http2Client();
        await client._tcp.ConnectAsync(endpoint);
        client._stream = client._tcp.GetStream(); // once: of a connection that was reset there is none to be had
        await client.Send((byte[])[.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Frame(Settings, 0, 0, [])]);
        return client;
    }

    public async Task Send(ReadOnlyMemory<byte> bytes) => await _stream.WriteAsync(bytes);

    /// <summary>The next frame of this type; null when the connection ends before.</summary>
    public async Task<(int Stream, byte[] Payload)?> Next(byte type)
    {
        var head = new byte[9];
        while (await Read(head))
        {
            var payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
            if (await Read(payload) && head[3] == type)
            {
                return (BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)), payload);
            }
        }

        return null;
    }

    public static byte[] Get(int stream, params (string Name, string Value)[] headers) => Frame(Headers, 0x05, stream,
    [
        0x82, 0x86, 0x84, 0x41, .. Text("www.example.com"),
        .. headers.SelectMany(header => (byte[])[0x00, .. Text(header.Name), .. Text(header.Value)]),
    ]);

    public static byte[] Cancel(int stream) => Frame(Reset, 0, stream, [0, 0, 0, 8]);

    public void Dispose() => _tcp.Dispose();

    private static byte[] Frame(byte type, byte flags, int stream, byte[] payload)
    {
        byte[] frame = [(byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, type, flags, 0, 0, 0, 0, .. payload];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        return frame;
    }

    // A string of HPACK: its length with a prefix of seven bits, and the bytes as they are.
    private static byte[] Text(string text)
    {
        var length = new List<byte>();
        var rest = text.Length - 127;
        if (rest < 0)
        {
            return [(byte)text.Length, .. Encoding.Latin1.GetBytes(text)];
        }

        for (length.Add(127); rest >= 128; rest >>= 7)
        {
            length.Add((byte)(rest | 128));
        }

        return [.. length, (byte)rest, .. Encoding.Latin1.GetBytes(text)];
    }

    private async Task<bool> Read(byte[] bytes)
    {
        try
        {
            await _stream.ReadExactlyAsync(bytes);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
