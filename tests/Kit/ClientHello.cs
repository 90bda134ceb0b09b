using System.Buffers.Binary;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Kit;

/// <summary>What a TLS client says first, read from the bytes of the wire: the name it asks for, the versions and ciphers it offers.</summary>
public sealed class ClientHello
{
    private const int ServerNameExtension = 0, VersionsExtension = 43;

    private ClientHello(ReadOnlySpan<byte> message)
    {
        var rest = message[(4 + 2 + 32)..]; // type and length, version, random
        Vector(ref rest, 1); // session
        Ciphers = [.. Words(Vector(ref rest, 2)).Select(word => (TlsCipherSuite)word)];
        Vector(ref rest, 1); // compression
        Versions = [BinaryPrimitives.ReadUInt16BigEndian(message[4..])];
        var extensions = Vector(ref rest, 2);
        while (extensions.Length > 0)
        {
            var kind = BinaryPrimitives.ReadUInt16BigEndian(extensions);
            extensions = extensions[2..];
            Take(kind, Vector(ref extensions, 2));
        }
    }

    public string? ServerName { get; private set; }

    public IReadOnlyList<TlsCipherSuite> Ciphers { get; }

    /// <summary>Versions as they are numbered on the wire: 0x0303 is TLS 1.2, 0x0304 is 1.3. Without the list of newer clients, the newest only.</summary>
    public IReadOnlyList<int> Versions { get; private set; }

    /// <summary>The hello that is to be received next; it stays there for others. null when something else comes.</summary>
    internal static async Task<ClientHello?> Peek(Socket socket)
    {
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var count = await socket.ReceiveAsync(buffer, SocketFlags.Peek);
            if (count == 0 || buffer[0] != 22)
            {
                return null;
            }

            var length = count < 5 ? int.MaxValue : 5 + BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(3));
            if (count >= length)
            {
                return new ClientHello(buffer.AsSpan(5, length - 5));
            }

            await Task.Yield();
        }
    }

    private void Take(int kind, ReadOnlySpan<byte> content)
    {
        if (kind == ServerNameExtension)
        {
            var names = Vector(ref content, 2)[1..];
            ServerName = Encoding.ASCII.GetString(Vector(ref names, 2));
        }
        else if (kind == VersionsExtension)
        {
            Versions = [.. Words(Vector(ref content, 1))];
        }
    }

    private static List<int> Words(ReadOnlySpan<byte> bytes)
    {
        var words = new List<int>();
        for (; bytes.Length >= 2; bytes = bytes[2..])
        {
            words.Add(BinaryPrimitives.ReadUInt16BigEndian(bytes));
        }

        return words;
    }

    private static ReadOnlySpan<byte> Vector(ref ReadOnlySpan<byte> bytes, int sizeOfLength)
    {
        var length = sizeOfLength == 1 ? bytes[0] : BinaryPrimitives.ReadUInt16BigEndian(bytes);
        var content = bytes.Slice(sizeOfLength, length);
        bytes = bytes[(sizeOfLength + length)..];
        return content;
    }
}
