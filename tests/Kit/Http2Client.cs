using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Kit;

/// <summary>HTTP/2 without TLS, frame by frame, for what a well-behaved client never sends.</summary>
public sealed class Http2Client : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 16 * 1024 };

    private Http2Client()
    {
    }

    /// <summary>A connection that has said hello, with these settings or none.</summary>
    public static async Task<Http2Client> Connect(IPEndPoint endpoint, byte[]? settings = null)
    {
        var client = new Http2Client();
        await client._socket.ConnectAsync(endpoint);
        await client.Send((byte[])[.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. settings ?? Http2Frame.Of(Http2Frame.Settings, 0, 0)]);
        return client;
    }

    public async Task Send(ReadOnlyMemory<byte> bytes)
    {
        for (var sent = 0; sent < bytes.Length;)
        {
            sent += await _socket.SendAsync(bytes[sent..]);
        }
    }

    /// <summary>The next frame, whatever it is; null when the connection ends before.</summary>
    public async Task<Http2Frame?> Next()
    {
        var head = new byte[9];
        if (!await Read(head))
        {
            return null;
        }

        var payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
        return await Read(payload) ? new Http2Frame(head[3], head[4], BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)), payload) : null;
    }

    /// <summary>The next frame of one of these types; null when the connection ends before.</summary>
    public async Task<Http2Frame?> Next(params byte[] types)
    {
        while (await Next() is { } frame)
        {
            if (types.Contains(frame.Type))
            {
                return frame;
            }
        }

        return null;
    }

    /// <summary>Bytes of these frames, over and over, until no more are taken, or it is too much.</summary>
    public long Flood(byte[] frames, long most) => Kit.Flood.Into(_socket, most, frames);

    public void Dispose() => _socket.Dispose();

    private async Task<bool> Read(byte[] bytes)
    {
        try
        {
            for (var count = 0; count < bytes.Length;)
            {
                var more = await _socket.ReceiveAsync(bytes.AsMemory(count));
                count += more;
                if (more == 0)
                {
                    return false;
                }
            }

            return true;
        }
        catch (SocketException)
        {
            return false; // reset by the other side
        }
    }
}
