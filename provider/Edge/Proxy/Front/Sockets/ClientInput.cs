using System.Buffers;
using System.Net.Sockets;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>
/// What has arrived from a client and is not used yet. A connection owns a small buffer, which is all that an idle one holds; what needs more
/// takes it from the pool for as long as it needs it.
/// </summary>
internal sealed class ClientInput(Socket socket, Action gone) : IDisposable
{
    private const int Small = 2048;
    private const int Little = 512; // less room than this is not worth a call

    private readonly byte[] _own = new byte[Small];
    private byte[] _buffer = [];
    private int _end;

    public Receiver Receiver { get; } = new(socket, gone);

    /// <summary>Where the unused bytes begin in the buffer they are in.</summary>
    public int Start { get; private set; }

    /// <summary>Whether the client will send no more.</summary>
    public bool HasEnded { get; private set; }

    public Span<byte> Unread => _buffer.AsSpan(Start, _end - Start);

    /// <summary>The first unused bytes, to be handed on.</summary>
    public ReadOnlySequence<byte> First(int count) => count == 0 ? ReadOnlySequence<byte>.Empty : new(_buffer, Start, count);

    public void Consume(int count) => Start += count;

    /// <summary>Keeps an ear open while nobody waits for the client, so that its going is noticed. Does nothing where there is no room.</summary>
    public void Listen()
    {
        if (!Receiver.IsIdle || HasEnded)
        {
            return;
        }

        if (Start == _end)
        {
            Rest();
        }

        if (_end < _buffer.Length)
        {
            Receiver.Begin(_buffer, _end, isWanted: false);
        }
    }

    /// <summary>Waits for more. If that is <see cref="Woken.Came"/>, <see cref="Take"/> must follow.</summary>
    /// <param name="wanted">How many bytes there should be room for, unused ones included; 0 for whatever there is.</param>
    public ValueTask<Woken> More(int wanted = 0)
    {
        if (Receiver.IsIdle)
        {
            MakeRoom(wanted);
            Receiver.Begin(_buffer, _end, isWanted: true);
        }

        return Receiver.Wait();
    }

    /// <summary>Adds what came. False at the end.</summary>
    public bool Take()
    {
        var count = Receiver.Take();
        _end += count;
        HasEnded |= count == 0;
        return count > 0;
    }

    public void Dispose()
    {
        // Of a receive that was cut off nobody knows when it stops writing: its buffer is the collector's.
        if (!Receiver.IsUnderWay)
        {
            Rest();
        }

        Receiver.Dispose();
    }

    private void MakeRoom(int wanted)
    {
        var unread = _end - Start;
        if (unread == 0 && wanted <= Small)
        {
            Rest();
        }
        else if (_buffer.Length < wanted || unread == _buffer.Length)
        {
            Move(ArrayPool<byte>.Shared.Rent(Math.Max(wanted, unread * 2)));
        }
        else if (Start > 0 && (unread == 0 || _buffer.Length - _end < Little))
        {
            Move(_buffer);
        }
    }

    private void Move(byte[] into)
    {
        var (from, unread) = (_buffer, _end - Start);
        Buffer.BlockCopy(from, Start, into, 0, unread);
        (_buffer, Start, _end) = (into, 0, unread);
        if (!ReferenceEquals(from, into))
        {
            GiveBack(from);
        }
    }

    private void Rest()
    {
        GiveBack(_buffer);
        (_buffer, Start, _end) = (_own, 0, 0);
    }

    private void GiveBack(byte[] buffer)
    {
        if (buffer.Length > Small && !ReferenceEquals(buffer, _own))
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
