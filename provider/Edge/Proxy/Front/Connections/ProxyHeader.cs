using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EdgeInfra.Edge.Proxy.Front.Connections;

/// <summary>The PROXY protocol's header, versions 1 and 2: what a load balancer says about the connection it passes on.</summary>
/// <param name="Length">Bytes of the header.</param>
/// <param name="Client">null when it says nothing about one (LOCAL, UNKNOWN): the connection is the balancer's own.</param>
/// <param name="Server">The address the client connected to.</param>
internal sealed record ProxyHeader(int Length, IPEndPoint? Client, IPEndPoint? Server)
{
    /// <summary>Longer headers are refused: addresses take 36 bytes at most, and what else balancers say fits with room to spare.</summary>
    public const int MaxBytes = 4096;

    private const int MaxTextBytes = 107; // the specification's figure
    private const int FixedBytes = 16;

    private static ReadOnlySpan<byte> Signature => "\r\n\r\n\0\r\nQUIT\n"u8;

    /// <summary>null when more bytes are needed.</summary>
    /// <exception cref="FormatException">These bytes can't become a header.</exception>
    public static ProxyHeader? Read(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? null
        : bytes[0] == Signature[0] ? ReadBinary(bytes)
        : bytes[0] == 'P' ? ReadText(bytes)
        : throw new FormatException("it does not begin with a PROXY header");

    private static ProxyHeader? ReadText(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\r\n"u8);
        if (end < 0)
        {
            return bytes.Length < MaxTextBytes ? null : throw new FormatException("the line of the PROXY header has no end");
        }

        var length = end + 2;
        var words = length <= MaxTextBytes ? Encoding.Latin1.GetString(bytes[..end]).Split(' ') : [];
        return words is ["PROXY", "UNKNOWN", ..] ? new(length, null, null)
            : words is ["PROXY", "TCP4" or "TCP6", var from, var to, var fromPort, var toPort]
                ? new(length, EndPoint(words[1], from, fromPort), EndPoint(words[1], to, toPort))
                : throw new FormatException("the line of the PROXY header is malformed");
    }

    private static IPEndPoint EndPoint(string family, string address, string port)
    {
        var digits = Encoding.Latin1.GetBytes(port);
        var isNumber = Utf8Parser.TryParse(digits, out ushort number, out var used) && used == digits.Length;
        return isNumber && IPAddress.TryParse(address, out var parsed) && Is(family, address, parsed)
            ? new(parsed, number)
            : throw new FormatException("an address of the PROXY header is malformed");
    }

    // 10.1 and 0x0a000001 are addresses to the parser, too, and so is one with a zone.
    private static bool Is(string family, string text, IPAddress parsed) => family == "TCP4"
        ? parsed.AddressFamily == AddressFamily.InterNetwork && parsed.ToString() == text
        : parsed.AddressFamily == AddressFamily.InterNetworkV6 && text.AsSpan().IndexOfAny('%', '[') < 0;

    private static ProxyHeader? ReadBinary(ReadOnlySpan<byte> bytes)
    {
        var known = Math.Min(bytes.Length, Signature.Length);
        if (!bytes[..known].SequenceEqual(Signature[..known]))
        {
            throw new FormatException("it does not begin with a PROXY header");
        }

        if (bytes.Length < FixedBytes)
        {
            return null;
        }

        var (command, family, rest) = (bytes[12], bytes[13], BinaryPrimitives.ReadUInt16BigEndian(bytes[14..]));
        if (command is not (0x20 or 0x21) || family >> 4 > 3 || (family & 15) > 2 || FixedBytes + rest > MaxBytes)
        {
            throw new FormatException("the PROXY header is malformed, or longer than allowed");
        }

        return bytes.Length < FixedBytes + rest ? null
            : command == 0x20 ? new(FixedBytes + rest, null, null)
            : Addresses(family, bytes.Slice(FixedBytes, rest));
    }

    // What follows the addresses, type-length-values, is of no use here.
    private static ProxyHeader Addresses(byte family, ReadOnlySpan<byte> told)
    {
        var length = FixedBytes + told.Length;
        var size = family switch { 0x11 => 4, 0x21 => 16, _ => 0 };
        return size == 0 ? new(length, null, null) // datagrams, paths: no visitor of ours
            : told.Length < (2 * size) + 4 ? throw new FormatException("the PROXY header is too short for its addresses")
            : new(length, Of(told, 0, 2 * size, size), Of(told, size, (2 * size) + 2, size));
    }

    private static IPEndPoint Of(ReadOnlySpan<byte> told, int address, int port, int size) =>
        new(new IPAddress(told.Slice(address, size)), BinaryPrimitives.ReadUInt16BigEndian(told[port..]));
}
