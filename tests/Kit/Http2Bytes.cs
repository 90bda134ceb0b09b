using System.Buffers.Binary;
using System.Text;

namespace Kit;

/// <summary>Frames that tests send, whole.</summary>
public static class Http2Bytes
{
    private static readonly (string, string)[] Site = [(":scheme", "http"), (":path", "/"), (":authority", "www.example.com")];

    /// <summary>A request that is complete.</summary>
    public static byte[] Get(int stream, params (string Name, string Value)[] headers) =>
        Request(stream, Http2Frame.EndHeaders | Http2Frame.EndStream, [(":method", "GET"), .. Site, .. headers]);

    /// <summary>A request whose body is to follow.</summary>
    public static byte[] Post(int stream, params (string Name, string Value)[] headers) =>
        Request(stream, Http2Frame.EndHeaders, [(":method", "POST"), .. Site, .. headers]);

    public static byte[] Request(int stream, byte flags, params (string Name, string Value)[] headers) =>
        Http2Frame.Of(Http2Frame.Headers, flags, stream, Block(headers));

    /// <summary>Headers in HPACK, each in full and never remembered.</summary>
    public static byte[] Block(params (string Name, string Value)[] headers) =>
        [.. headers.SelectMany(header => (byte[])[0x00, .. Text(header.Name), .. Text(header.Value)])];

    public static byte[] Data(int stream, string text, bool isLast = false) =>
        Http2Frame.Of(Http2Frame.Data, isLast ? Http2Frame.EndStream : (byte)0, stream, Encoding.Latin1.GetBytes(text));

    public static byte[] Cancel(int stream) => Http2Frame.Of(Http2Frame.Reset, 0, stream, 0, 0, 0, 8);

    public static byte[] Window(int stream, int more) => Http2Frame.Of(Http2Frame.Window, 0, stream, Number(more));

    public static byte[] Setting(ushort id, uint value) => Http2Frame.Of(Http2Frame.Settings, 0, 0, [(byte)(id >> 8), (byte)id, .. Number((int)value)]);

    public static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
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
}
