using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>
/// What is to be sent to a client: heads, and the bytes of bodies, in chunks where it was told so. All that has gathered leaves in one call when it is
/// flushed. It takes its memory from the pool when there is something to send, and gives it back.
/// </summary>
internal sealed class AnswerOutput(SocketConnection connection, Sender sender) : PipeWriter
{
    private const int First = 4 * 1024;
    private const int Largest = 64 * 1024;
    private const int SizeLine = 10; // eight digits and a line end
    private const int ChunkEnd = 2;
    private const int None = -1;

    private readonly List<ArraySegment<byte>> _full = [];
    private byte[] _piece = [];
    private int _from;
    private int _to;
    private long _fullBytes;
    private int _chunk = None; // where the line of the chunk begins, in its piece
    private int _chunkPiece;
    private int _data;
    private Task? _before;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _fullBytes + (_to - _from);

    /// <summary>Whether bytes of the body are dropped: there is none in this answer.</summary>
    public bool DropsBody { get; set; }

    public bool IsChunked { get; set; }

    /// <summary>Bytes of the body that were written.</summary>
    public long Body { get; private set; }

    public void Begin() => (DropsBody, IsChunked, Body) = (true, false, 0);

    /// <summary>Room for a head, or for anything else that is no body.</summary>
    public Span<byte> Room(int count, int more = 0)
    {
        if (_piece.Length - _to < count)
        {
            TakePiece(Math.Max(count, Math.Min(count + more, Largest)));
        }

        return _piece.AsSpan(_to);
    }

    public void Wrote(int count) => _to += count;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        var wanted = Math.Max(sizeHint, 1);
        var line = IsChunked && _chunk == None && !DropsBody ? SizeLine : 0;
        if (_piece.Length - _to < wanted + line + ChunkEnd)
        {
            Reopen();
            TakePiece(wanted + SizeLine + ChunkEnd);
            line = IsChunked && _chunk == None && !DropsBody ? SizeLine : 0;
        }

        if (line > 0)
        {
            (_chunk, _chunkPiece) = (_to, _full.Count);
            _to += line;
        }

        return _piece.AsMemory(_to, _piece.Length - _to - ChunkEnd);
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        if (!DropsBody)
        {
            _to += bytes;
            _data += bytes;
            Body += bytes;
        }
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        EndChunk();
        if (UnflushedBytes == 0)
        {
            return new(new FlushResult(false, connection.IsGone));
        }

        if (connection.IsGone)
        {
            Drop();
            return new(new FlushResult(false, true));
        }

        return _before is null ? SendAll() : SendAfter(_before);
    }

    /// <summary>Ends the body, with fields after it where it is in chunks.</summary>
    public ValueTask<FlushResult> Finish(HeaderList? trailers)
    {
        EndChunk();
        if (IsChunked)
        {
            AnswerHead.WriteLastChunk(this, trailers);
        }

        return FlushAsync();
    }

    /// <summary>Whatever is sent next waits for this.</summary>
    public void Follow(Task before) => _before = before;

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }

    /// <summary>Gives all memory back. Not while something is being sent.</summary>
    public void Rest()
    {
        Drop();
        GiveBack(_piece);
        (_piece, _from, _to) = ([], 0, 0);
    }

    private async ValueTask<FlushResult> SendAfter(Task before)
    {
        await before;
        _before = null;
        return await SendAll();
    }

    private ValueTask<FlushResult> SendAll()
    {
        connection.SendingBegan(UnflushedBytes);
        ValueTask<bool> sending;
        if (_full.Count == 0)
        {
            sending = sender.Send(_piece.AsMemory(_from, _to - _from));
        }
        else
        {
            _full.Add(new(_piece, _from, _to - _from));
            _piece = [];
            (_from, _to) = (0, 0);
            sending = sender.Send(_full);
        }

        return sending.IsCompleted ? new(Sent(sending.Result)) : Await(sending);
    }

    private async ValueTask<FlushResult> Await(ValueTask<bool> sending) => Sent(await sending);

    private FlushResult Sent(bool isThere)
    {
        connection.SendingEnded();
        Drop();
        if (!isThere)
        {
            connection.Gone();
        }

        return new(false, !isThere);
    }

    private void Drop()
    {
        foreach (var piece in _full)
        {
            GiveBack(piece.Array!); // made of one
        }

        _full.Clear();
        (_fullBytes, _from, _to, _chunk, _data) = (0, 0, 0, None, 0);
    }

    private void TakePiece(int least)
    {
        if (_to > _from)
        {
            _full.Add(new(_piece, _from, _to - _from));
            _fullBytes += _to - _from;
        }
        else
        {
            GiveBack(_piece);
        }

        _piece = ArrayPool<byte>.Shared.Rent(Math.Max(least, First));
        (_from, _to) = (0, 0);
    }

    // A chunk of which nothing was written moves to the next piece.
    private void Reopen()
    {
        if (_chunk != None && _data == 0)
        {
            (_to, _chunk) = (_chunk, None);
        }
    }

    // Writes the size before the data, and moves what stands before it up to the size.
    private void EndChunk()
    {
        Reopen();
        if (_chunk == None)
        {
            return;
        }

        var isEarlier = _chunkPiece < _full.Count;
        var (array, from) = isEarlier ? (_full[_chunkPiece].Array!, _full[_chunkPiece].Offset) : (_piece, _from);
        Span<byte> line = stackalloc byte[SizeLine];
        Utf8Formatter.TryFormat(_data, line, out var digits, 'x');
        "\r\n"u8.CopyTo(line[digits..]);
        var gap = SizeLine - digits - 2;
        Buffer.BlockCopy(array, from, array, from + gap, _chunk - from);
        line[..(digits + 2)].CopyTo(array.AsSpan(_chunk + gap));
        if (isEarlier)
        {
            var piece = _full[_chunkPiece];
            _full[_chunkPiece] = new(array, from + gap, piece.Count - gap);
            _fullBytes -= gap;
        }
        else
        {
            _from += gap;
        }

        "\r\n"u8.CopyTo(_piece.AsSpan(_to)); // there is always room for it
        (_to, _chunk, _data) = (_to + ChunkEnd, None, 0);
    }

    private static void GiveBack(byte[] array)
    {
        if (array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }
}
