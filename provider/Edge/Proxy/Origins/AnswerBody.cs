using System.Buffers;
using System.IO.Pipelines;
using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>Moves the bodies of answers from a connection to the client as they come; never more than a piece of one is in memory.</summary>
internal sealed class AnswerBody(OriginConnection connection, ExchangeClock clock)
{
    // Large enough that a big body costs few system calls, small enough for thousands of them at once.
    private const int Piece = 32 * 1024;

    // What has arrived already goes out in one call with the head, up to here.
    private const int Batch = 64 * 1024;

    private ChunkReader _chunks;

    /// <summary>Bytes handed to the client since <see cref="Begin"/>.</summary>
    public long Passed { get; private set; }

    /// <summary>What came after it and may be passed on; null when nothing did.</summary>
    public HeaderList? Trailers => _chunks.Trailers;

    public void Begin() => (Passed, _chunks) = (0, default);

    public ValueTask<BodyEnd> Read(ResponseHead head, PipeWriter client)
    {
        _chunks = default;
        return head.Framing switch
        {
            Framing.Length => ReadPlain(client, head.Length!.Value, endsWithConnection: false), // the framing says that there is one
            Framing.UntilClose => ReadPlain(client, long.MaxValue, endsWithConnection: true),
            Framing.Chunked => ReadChunks(client),
            _ => ValueTask.FromResult(BodyEnd.Complete),
        };
    }

    /// <summary>The beginning of the body, of which nothing is taken: it can still be read. Shorter where the body is, or its framing is longer than it.</summary>
    public async ValueTask<byte[]> Peek(ResponseHead head, int most)
    {
        while (head.Framing != Framing.None && connection.Input.Length < most * 2)
        {
            var (there, isAll) = Seen(head, connection.Input, most);
            if (isAll)
            {
                return there;
            }

            clock.AwaitMore();
            if (!await connection.Fill())
            {
                break; // whoever reads the body will find out
            }
        }

        return Seen(head, connection.Input, most).There;
    }

    private static (byte[] There, bool IsAll) Seen(ResponseHead head, ReadOnlySpan<byte> input, int most)
    {
        if (head.Framing != Framing.Chunked)
        {
            var length = (int)Math.Min(most, head.Length ?? most);
            return (input[..Math.Min(length, input.Length)].ToArray(), input.Length >= length);
        }

        var (chunks, data, count) = (default(ChunkReader), new byte[most], 0);
        while (true)
        {
            input = input[chunks.Skip(input)..];
            if (!chunks.IsInData || input.IsEmpty || count == most)
            {
                return (data[..count], chunks.IsDone || count == most);
            }

            var piece = input[..(int)Math.Min(Math.Min(chunks.Left, input.Length), most - count)];
            piece.CopyTo(data.AsSpan(count));
            count += piece.Length;
            chunks.Took(piece.Length);
            input = input[piece.Length..];
        }
    }

    private async ValueTask<BodyEnd> ReadPlain(PipeWriter client, long left, bool endsWithConnection)
    {
        left -= TakeInput(client, left);
        while (left > 0)
        {
            if (!HasMore(client) && !await Flush(client))
            {
                return BodyEnd.ClientGone;
            }

            var room = client.GetMemory((int)Math.Min(left, Piece));
            clock.AwaitMore();
            var count = await connection.Receive(room.Length > left ? room[..(int)left] : room);
            if (count == 0)
            {
                return endsWithConnection
                    ? BodyEnd.Complete
                    : throw new OriginException(EdgeError.BackendRead, $"the origin closed the connection {left} bytes before the end of the body");
            }

            client.Advance(count);
            Passed += count;
            left -= count;
        }

        return BodyEnd.Complete;
    }

    private async ValueTask<BodyEnd> ReadChunks(PipeWriter client)
    {
        while (true)
        {
            connection.Consume(_chunks.Skip(connection.Input));
            while (_chunks.IsInData && connection.Input.Length > 0)
            {
                _chunks.Took(TakeInput(client, _chunks.Left));
                connection.Consume(_chunks.Skip(connection.Input));
            }

            if (_chunks.IsDone)
            {
                return BodyEnd.Complete;
            }

            if (!HasMore(client) && !await Flush(client))
            {
                return BodyEnd.ClientGone;
            }

            clock.AwaitMore();
            if (!await connection.Fill())
            {
                throw new OriginException(EdgeError.BackendRead, "the origin closed the connection before the last chunk");
            }
        }
    }

    private int TakeInput(PipeWriter client, long most)
    {
        var count = (int)Math.Min(connection.Input.Length, most);
        if (count > 0)
        {
            client.Write(connection.Input[..count]);
            connection.Consume(count);
            Passed += count;
        }

        return count;
    }

    // Whether the next bytes are there, so that nobody waits for those before them; and there is room for them.
    private bool HasMore(PipeWriter client) => client.CanGetUnflushedBytes && client.UnflushedBytes < Batch && connection.HasArrivals;

    // While the client is slow, the origin's clock stands still.
    private async ValueTask<bool> Flush(PipeWriter client)
    {
        if (client is { CanGetUnflushedBytes: true, UnflushedBytes: 0 })
        {
            return true;
        }

        clock.Stop();
        var flushed = await client.FlushAsync();
        return !flushed.IsCompleted && !flushed.IsCanceled;
    }
}
