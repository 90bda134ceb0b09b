using System.IO.Pipelines;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>A request's body, read out of the connection's input; chunks are put together where they lie. Filled again for each request that has one.</summary>
internal sealed class ClientBody(SocketConnection connection, ClientInput input, ProxyLimits limits) : PipeReader
{
    private const int Piece = 32 * 1024;
    private const int Gathered = 64 * 1024; // what is waited for before an origin is asked

    private ChunkDecoder _chunks;
    private bool _isChunked;
    private long _left;
    private long _seen;
    private int _ready;
    private int _gap;
    private int _examined;
    private int _cancelled;
    private bool _awaitsContinue;

    /// <summary>Whether nothing of it is left to be read from the connection.</summary>
    public bool IsRead { get; private set; } = true;

    /// <summary>Whether the client still waits to be told to send it.</summary>
    public bool AwaitsContinue => _awaitsContinue && !IsRead && input.Unread.IsEmpty;

    /// <summary>Bytes that have come, the lines between chunks among them.</summary>
    public long Seen => _seen + (_isChunked ? 0 : input.Unread.Length);

    /// <summary>The fields after it that may be passed on.</summary>
    public IEnumerable<HeaderLine> Trailers => _chunks.Trailers is { } fields ? fields.Lines.ToArray() : [];

    public void Begin(RequestFields fields)
    {
        (_chunks, _isChunked, _left) = (default, fields.IsChunked, fields.Length ?? 0);
        (_seen, _ready, _gap, _examined, _cancelled) = (0, 0, 0, 0, 0);
        (IsRead, _awaitsContinue) = (!_isChunked && _left == 0, fields.ExpectsContinue);
    }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
        Interlocked.Exchange(ref _cancelled, 0) == 1 ? new(new ReadResult(default, isCanceled: true, IsWhole))
        : TryGet(out var result) ? new(result)
        : Wait();

    public override bool TryRead(out ReadResult result) => TryGet(out result);

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        var count = _ready == 0 ? 0 : consumed.GetInteger() - input.Start;
        _examined = _ready == 0 ? 0 : examined.GetInteger() - consumed.GetInteger();
        input.Consume(count);
        _ready -= count;
        if (!_isChunked)
        {
            (_left, _seen) = (_left - count, _seen + count);
        }
        else if (_ready == 0)
        {
            input.Consume(_gap);
            _gap = 0;
        }

        if (_ready == 0 && (_isChunked ? _chunks.IsDone : _left == 0))
        {
            IsRead = true;
            input.Listen();
        }
    }

    public override void CancelPendingRead()
    {
        Volatile.Write(ref _cancelled, 1);
        input.Receiver.Wake(input.Receiver.Ticket, Woken.Cancelled);
    }

    public override void Complete(Exception? exception = null)
    {
    }

    /// <summary>Reads what is left of it and keeps nothing. False when it does not come to its end in order.</summary>
    public async ValueTask<bool> Discard()
    {
        try
        {
            while (!IsRead)
            {
                var read = await ReadAsync();
                if (!read.IsCanceled) // whoever read before may have been told to stop, and not have noticed
                {
                    AdvanceTo(read.Buffer.End);
                }
            }

            return true;
        }
        catch (ClientBodyException)
        {
            return false;
        }
    }

    // All of it is there, or nothing of it is missing.
    private bool IsWhole => _isChunked ? _chunks.IsDone : _ready == _left;

    private bool TryGet(out ReadResult result)
    {
        Look();
        var isThere = _ready > _examined || IsWhole;
        result = isThere ? new ReadResult(input.First(_ready), false, IsWhole) : default;
        return isThere;
    }

    private async ValueTask<ReadResult> Wait()
    {
        if (AwaitsContinue)
        {
            _awaitsContinue = false;
            connection.SendContinue();
        }

        while (true)
        {
            connection.Enter(connection.IsDiscarding ? Phase.Discarding : Phase.Body);
            var coming = input.More(Wanted);
            if (Volatile.Read(ref _cancelled) == 1)
            {
                input.Receiver.Wake(input.Receiver.Ticket, Woken.Cancelled);
            }

            var woken = await coming;
            connection.Enter(Phase.Serving);
            if (woken == Woken.Came)
            {
                if (!input.Take())
                {
                    connection.Gone();
                    throw new ClientBodyException(EdgeError.MalformedRequest, "the client left in the middle of its body");
                }

                if (TryGet(out var result))
                {
                    return result;
                }
            }
            else if (woken == Woken.Cancelled)
            {
                Volatile.Write(ref _cancelled, 0);
                return new ReadResult(default, isCanceled: true, false);
            }
            else
            {
                throw new ClientBodyException(EdgeError.ClientTooSlow, "the client's body does not come in time");
            }
        }
    }

    // Enough room for what an origin is sent in one call, or for all that is gathered.
    private int Wanted => _isChunked || _left > Piece ? _examined > 0 ? (int)Math.Min(_isChunked ? Piece : _left, Gathered) : Piece : (int)_left;

    private void Look()
    {
        if (_isChunked)
        {
            LookAtChunks();
        }
        else
        {
            _ready = (int)Math.Min(input.Unread.Length, _left);
        }
    }

    // Data moves down to the data before it; what it leaves behind is the gap.
    private void LookAtChunks()
    {
        var bytes = input.Unread;
        var at = _ready + _gap;
        while (at < bytes.Length && !_chunks.IsDone)
        {
            var used = _chunks.IsInData ? TakeData(bytes, at) : _chunks.Skip(bytes[at..], limits);
            if (used == 0)
            {
                break;
            }

            (at, _seen) = (at + used, _seen + used);
        }

        _gap = at - _ready;
        if (_ready == 0)
        {
            input.Consume(_gap); // else lines without end would need memory without end
            _gap = 0;
        }

        if (_seen > limits.Body)
        {
            throw new ClientBodyException(EdgeError.BodyTooLarge, "the body is larger than allowed");
        }
    }
    private int TakeData(Span<byte> bytes, int at)
    {
        var count = (int)Math.Min(_chunks.Left, bytes.Length - at);
        bytes.Slice(at, count).CopyTo(bytes[_ready..]);
        _ready += count;
        _chunks.Took(count);
        return count;
    }
}
