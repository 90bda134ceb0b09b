using System.Buffers.Binary;
using Google.Protobuf;

namespace EdgeInfra.Protocol.Transport;

/// <summary>A message on the wire: one byte "not compressed", four bytes of length, the message.</summary>
internal static class RpcFrame
{
    /// <summary>Pulumi's limit on both sides, 400 MiB: large stacks and assets exceed gRPC's usual 4 MiB.</summary>
    public const int MaxMessage = 400 * 1024 * 1024;

    /// <summary>
    /// How deep messages may nest. An object costs three levels, so values nest up to a thousand deep; the protobuf
    /// library's own limit of 100 ends at 33. Beyond this the reader's stack would be at risk.
    /// </summary>
    public const int MaxDepth = 3_000;

    private const int HeaderLength = 5;

    public static byte[] Write(IMessage message)
    {
        var length = message.CalculateSize();
        var frame = new byte[HeaderLength + length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), length);
        message.WriteTo(frame.AsSpan(HeaderLength));
        return frame;
    }

    /// <exception cref="RpcException">The body is not one whole message within the limits.</exception>
    public static async Task<T> Read<T>(Stream body, CancellationToken cancel)
        where T : IMessage<T>, new()
    {
        var header = new byte[HeaderLength];
        if (await body.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancel) < HeaderLength)
        {
            throw new RpcException(RpcStatus.Internal, "the message ended before its length was known");
        }

        if (header[0] != 0)
        {
            throw new RpcException(RpcStatus.Unimplemented, "compressed messages are not supported");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1));
        if (length > MaxMessage)
        {
            throw new RpcException(RpcStatus.ResourceExhausted, $"a message of {length} bytes exceeds the limit of {MaxMessage}");
        }

        var bytes = new byte[length];
        if (await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel) < bytes.Length)
        {
            throw new RpcException(RpcStatus.Internal, $"the message ended before its {length} bytes had come");
        }

        return Parse<T>(bytes);
    }

    public static T Parse<T>(byte[] bytes)
        where T : IMessage<T>, new()
    {
        try
        {
            using var source = new MemoryStream(bytes, writable: false);
            var message = new T();
            message.MergeFrom(CodedInputStream.CreateWithLimits(source, int.MaxValue, MaxDepth));
            return message;
        }
        catch (InvalidProtocolBufferException malformed)
        {
            throw new RpcException(RpcStatus.InvalidArgument, $"the message cannot be read: {malformed.Message}");
        }
    }
}
