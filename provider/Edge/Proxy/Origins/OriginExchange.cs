using System.Buffers;
using System.IO.Pipelines;
using EdgeInfra.Edge.Proxy.Http;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>One request and its answer on one connection, with Fastly's time limits. Filled again for the next request of the connection.</summary>
internal sealed class OriginExchange(OriginConnection connection, TimeProvider time)
{
    // Large enough that a big body costs few system calls, small enough for thousands of them at once.
    private const int Piece = 32 * 1024;

    private static readonly ReadOnlyMemory<byte> LastChunk = "0\r\n\r\n"u8.ToArray();

    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _output = new(1024);
    private Limits _limits = new(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    private long _fetchEnds;
    private bool _sent;
    private bool _answering;
    private ChunkReader _chunks;

    public ResponseHead Head { get; } = new();

    /// <summary>Whether the origin has said anything yet; before that a request may be repeated elsewhere.</summary>
    public bool HasInput { get; private set; }

    /// <summary>Whether anything of the request's body was taken from the client, so that it can't be sent again.</summary>
    public bool BodyBegan { get; private set; }

    /// <summary>How sending the body ended; null while it goes on, and without a body.</summary>
    public SendEnd? Sent { get; private set; }

    /// <summary>The longest waits for the first byte and between bytes.</summary>
    public readonly record struct Limits(TimeSpan FirstByte, TimeSpan BetweenBytes);

    /// <summary>Where to write the head of the request; send it with <see cref="SendHead"/>.</summary>
    public ArrayBufferWriter<byte> Begin(Limits limits, TimeSpan fetch)
    {
        (_limits, _sent, _answering, _chunks) = (limits, false, false, default);
        (HasInput, BodyBegan, Sent) = (false, false, null);
        _fetchEnds = fetch == Timeout.InfiniteTimeSpan ? long.MaxValue : time.GetTimestamp() + (long)(fetch.TotalSeconds * time.TimestampFrequency);
        _output.ResetWrittenCount();
        SetReading(Timeout.InfiniteTimeSpan);
        return _output;
    }

    /// <param name="isAll">Whether no body follows, so that the wait for the answer begins.</param>
    public async ValueTask SendHead(bool isAll)
    {
        await connection.Send(_output.WrittenMemory, _limits.BetweenBytes);
        if (isAll)
        {
            AwaitFirstByte();
        }
    }

    /// <summary>Sends the body while the answer may already be awaited. Never throws; how it ended is in <see cref="Sent"/>.</summary>
    public async Task SendBody(PipeReader body, bool chunked)
    {
        BodyBegan = true;
        try
        {
            Sent = await Pump(body, chunked);
        }
        catch (OriginException)
        {
            Sent = SendEnd.OriginStopped;
        }

        if (Sent == SendEnd.ClientBroke)
        {
            connection.Abort();
            return;
        }

        AwaitFirstByte();
    }

    /// <summary>Reads the final head of the answer; interim ones (1xx) go no further.</summary>
    public async ValueTask<ResponseHead> ReadHead(bool answersHeadRequest)
    {
        try
        {
            await ReadOneHead(answersHeadRequest);
            while (Head.Status < 200)
            {
                Interim();
                await ReadOneHead(answersHeadRequest);
            }

            return Head;
        }
        catch (MalformedAnswerException malformed)
        {
            throw new OriginException(EdgeError.BackendRead, malformed.Message, malformed);
        }
        catch (OriginException) when (connection.Reading.Expired)
        {
            throw new OriginException(_answering ? EdgeError.BackendRead : EdgeError.FirstByteTimeout, "the answer did not come in time");
        }
    }

    /// <summary>Moves the body to the client as it comes, never more of it in memory than a piece.</summary>
    public async ValueTask<BodyEnd> ReadBody(PipeWriter client)
    {
        try
        {
            return Head.Framing switch
            {
                Framing.Length => await ReadPlain(client, Head.Length!.Value), // the framing says that there is one
                Framing.UntilClose => await ReadPlain(client, long.MaxValue),
                Framing.Chunked => await ReadChunks(client),
                _ => BodyEnd.Complete,
            };
        }
        catch (MalformedAnswerException malformed)
        {
            throw new OriginException(EdgeError.BackendRead, malformed.Message, malformed);
        }
        catch (OriginException) when (connection.Reading.Expired)
        {
            return BodyEnd.TimedOut;
        }
    }

    private async Task<SendEnd> Pump(PipeReader body, bool chunked)
    {
        while (await Next(body) is { IsCanceled: false } read)
        {
            await SendPieces(read.Buffer, chunked);
            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                if (chunked)
                {
                    await connection.Send(LastChunk, _limits.BetweenBytes);
                }

                return SendEnd.Sent;
            }
        }

        return SendEnd.ClientBroke;
    }

    // null when the client has gone or broken the rules of its framing.
    private static async ValueTask<ReadResult?> Next(PipeReader body)
    {
        try
        {
            return await body.ReadAsync();
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or InvalidOperationException)
        {
            return null;
        }
    }

    private async ValueTask ReadOneHead(bool answersHeadRequest)
    {
        var scanner = default(HeadScanner);
        int length;
        while ((length = scanner.Find(connection.Input)) == 0)
        {
            if (connection.Input.Length > ResponseHead.MaxBytes)
            {
                throw new MalformedAnswerException($"the head is longer than {ResponseHead.MaxBytes} bytes");
            }

            if (!await connection.Fill())
            {
                throw new OriginException(EdgeError.BackendRead, _answering
                    ? "the origin closed the connection within the head"
                    : "the origin closed the connection instead of answering");
            }

            Answering();
        }

        Head.Read(connection.Input[..length], answersHeadRequest);
        connection.Consume(length);
        if (Head.Status == 101)
        {
            throw new MalformedAnswerException("the origin switched protocols unasked");
        }
    }

    private async ValueTask<BodyEnd> ReadPlain(PipeWriter client, long left)
    {
        left -= TakeInput(client, left);
        while (left > 0)
        {
            if (!await Flush(client))
            {
                return BodyEnd.ClientGone;
            }

            var room = client.GetMemory((int)Math.Min(left, Piece));
            var count = await Receive(room.Length > left ? room[..(int)left] : room);
            if (count == 0)
            {
                return Head.Framing == Framing.UntilClose
                    ? BodyEnd.Complete
                    : throw new OriginException(EdgeError.BackendRead, $"the origin closed the connection {left} bytes before the end of the body");
            }

            client.Advance(count);
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

            if (!await Flush(client))
            {
                return BodyEnd.ClientGone;
            }

            SetReading(_limits.BetweenBytes);
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
        }

        return count;
    }

    private ValueTask<int> Receive(Memory<byte> room)
    {
        SetReading(_limits.BetweenBytes);
        return connection.Receive(room);
    }

    // While the client is slow, the origin's clock stands still.
    private async ValueTask<bool> Flush(PipeWriter client)
    {
        if (client is { CanGetUnflushedBytes: true, UnflushedBytes: 0 })
        {
            return true;
        }

        connection.Reading.Clear();
        var flushed = await client.FlushAsync();
        return !flushed.IsCompleted && !flushed.IsCanceled;
    }

    private async ValueTask SendPieces(ReadOnlySequence<byte> bytes, bool chunked)
    {
        foreach (var piece in bytes)
        {
            if (!chunked)
            {
                await connection.Send(piece, _limits.BetweenBytes);
            }
            else if (piece.Length > 0)
            {
                _output.ResetWrittenCount();
                RequestHead.WriteChunk(_output, piece.Span);
                await connection.Send(_output.WrittenMemory, _limits.BetweenBytes);
            }
        }
    }

    // The sender and the reader of one exchange run side by side: the wait for the first byte must not begin after it has come.
    private void AwaitFirstByte()
    {
        lock (_gate)
        {
            _sent = true;
            if (!_answering)
            {
                SetReading(_limits.FirstByte);
            }
        }
    }

    private void Answering()
    {
        lock (_gate)
        {
            (_answering, HasInput) = (true, true);
            SetReading(_limits.BetweenBytes);
        }
    }

    // After an interim answer the wait for the real one begins anew.
    private void Interim()
    {
        lock (_gate)
        {
            _answering = false;
            SetReading(_sent ? _limits.FirstByte : Timeout.InfiniteTimeSpan);
        }
    }

    private void SetReading(TimeSpan limit)
    {
        if (_fetchEnds != long.MaxValue)
        {
            var left = time.GetElapsedTime(time.GetTimestamp(), _fetchEnds);
            limit = left < limit || limit == Timeout.InfiniteTimeSpan ? (left > TimeSpan.Zero ? left : TimeSpan.Zero) : limit;
        }

        connection.Reading.Set(limit);
    }
}
