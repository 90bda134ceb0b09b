using System.Buffers.Binary;

namespace Kit;

/// <summary>One frame of HTTP/2 as it is on the wire.</summary>
public readonly record struct Http2Frame(byte Type, byte Flags, int Stream, byte[] Payload)
{
    public const byte Data = 0, Headers = 1, Priority = 2, Reset = 3, Settings = 4, Promise = 5, Ping = 6, GoAway = 7, Window = 8, Continuation = 9;

    public const byte EndStream = 1, Ack = 1, EndHeaders = 4, Padded = 8, WithPriority = 32;

    /// <summary>Of a reset or GOAWAY, why.</summary>
    public int Code => BinaryPrimitives.ReadInt32BigEndian(Payload.AsSpan(Type == GoAway ? 4 : 0));

    /// <summary>Of a SETTINGS frame, what it sets.</summary>
    public IReadOnlyDictionary<int, int> SettingsById => Payload.Chunk(6)
        .ToDictionary(one => (int)BinaryPrimitives.ReadUInt16BigEndian(one), one => BinaryPrimitives.ReadInt32BigEndian(one.AsSpan(2)));

    public byte[] Bytes()
    {
        byte[] bytes = [(byte)(Payload.Length >> 16), (byte)(Payload.Length >> 8), (byte)Payload.Length, Type, Flags, 0, 0, 0, 0, .. Payload];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(5), Stream);
        return bytes;
    }

    public static byte[] Of(byte type, byte flags, int stream, params byte[] payload) => new Http2Frame(type, flags, stream, payload).Bytes();
}
