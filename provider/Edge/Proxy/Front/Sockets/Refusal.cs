using System.Text;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>What is told to whom no request can be read from. The connection ends with it.</summary>
internal sealed class Refusal
{
    public static readonly Refusal Malformed = new("400 Bad Request");
    public static readonly Refusal OnlyOptions = new("405 Method Not Allowed", "Allow: OPTIONS\r\n");
    public static readonly Refusal OnlyConnect = new("405 Method Not Allowed", "Allow: CONNECT\r\n");
    public static readonly Refusal TooSlow = new("408 Request Timeout");
    public static readonly Refusal LineTooLong = new("414 URI Too Long");
    public static readonly Refusal HeadersTooLarge = new("431 Request Header Fields Too Large");
    public static readonly Refusal UnknownVersion = new("505 HTTP Version Not Supported");

    /// <summary>To who begins with HTTP/2 where it is not spoken: a frame GOAWAY that asks for HTTP/1.1.</summary>
    public static readonly Refusal Http2 = new([0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 13]);

    private readonly byte[] _bytes;

    private Refusal(string status, string more = "") =>
        (_bytes, IsAnswer) = (Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n{more}"), true);

    private Refusal(byte[] bytes) => _bytes = bytes;

    /// <summary>Whether it is an answer of HTTP/1.1, which the date and an empty line complete.</summary>
    public bool IsAnswer { get; }

    public ReadOnlySpan<byte> Bytes => _bytes;
}
