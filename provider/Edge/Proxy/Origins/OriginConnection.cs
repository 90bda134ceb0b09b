using System.Buffers;
using System.Net;
using System.Net.Sockets;
using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>One connection to an origin, with the bytes that have arrived and not been read. Used by one request at a time.</summary>
internal sealed class OriginConnection : IDisposable
{
    private const int InputSize = 16 * 1024;

    private readonly Socket _socket;
    private readonly Stream _stream;
    private byte[] _input = [];
    private int _start;
    private int _end;
    private ValueTask<int> _ahead;
    private bool _isAhead;

    public OriginConnection(Socket socket, Stream stream, TimeProvider time)
    {
        (_socket, _stream) = (socket, stream);
        (Reading, Writing) = (new Deadline(time, Abort), new Deadline(time, Abort));
        OpenedAt = time.GetTimestamp();
        Address = AddressOf(socket);
        Exchange = new OriginExchange(this, time);
    }

    public OriginExchange Exchange { get; }

    public long OpenedAt { get; }

    /// <summary>Which of the origin's addresses it leads to; null when it broke at once.</summary>
    public IPAddress? Address { get; }

    public long IdleSince { get; set; }

    /// <summary>Requests begun on it, this one included.</summary>
    public int Uses { get; set; }

    public bool IsReused => Uses > 1;

    public Deadline Reading { get; }

    public Deadline Writing { get; }

    public ReadOnlySpan<byte> Input => _input.AsSpan(_start, _end - _start);

    /// <summary>Whether a read would not wait. Never so with TLS: what has arrived may be half a record.</summary>
    public bool HasArrivals
    {
        get
        {
            try
            {
                return _stream is NetworkStream && _socket.Available > 0;
            }
            catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
            {
                return false; // the read will tell
            }
        }
    }

    public void Consume(int count) => _start += count;

    /// <summary>Waits for more input behind what there is. False at the end of the stream.</summary>
    public async ValueTask<bool> Fill()
    {
        try
        {
            var count = await Read();
            _end += count;
            return count > 0;
        }
        catch (Exception failure) when (IsBroken(failure))
        {
            throw new OriginException(EdgeError.BackendRead, failure.Message, failure);
        }
    }

    /// <summary>Receives past the input buffer, which has to be empty.</summary>
    public async ValueTask<int> Receive(Memory<byte> into)
    {
        try
        {
            return await _stream.ReadAsync(into);
        }
        catch (Exception failure) when (IsBroken(failure))
        {
            throw new OriginException(EdgeError.BackendRead, failure.Message, failure);
        }
    }

    public async ValueTask Send(ReadOnlyMemory<byte> bytes, TimeSpan limit)
    {
        Writing.Set(limit);
        try
        {
            await _stream.WriteAsync(bytes);
        }
        catch (Exception failure) when (IsBroken(failure))
        {
            throw new OriginException(EdgeError.BackendWrite, failure.Message, failure);
        }

        Writing.Clear();
    }

    /// <summary>
    /// Whether it rests in silence. An origin that has closed it, or says something nobody asked for, makes it useless. The question is the
    /// read that will bring the answer, begun early; only <see cref="Fill"/> may follow.
    /// </summary>
    public bool IsQuiet()
    {
        try
        {
            if (_stream is not NetworkStream)
            {
                return !_socket.Poll(0, SelectMode.SelectRead); // of a TLS session even silence has to be read
            }

            MakeRoom();
            return !ReadAhead(_stream.ReadAsync(_input.AsMemory(_end)));
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException or IOException)
        {
            return false;
        }
    }

    /// <summary>Gives its buffer back while nothing is to come. Call it only when the input is empty and no read is under way.</summary>
    public void Rest()
    {
        if (_input.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_input);
            (_input, _start, _end) = ([], 0, 0);
        }
    }

    /// <summary>Tells the origin that nothing more comes, while it may still speak.</summary>
    public void EndSending()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // It has ended already.
        }
    }

    /// <summary>Ends whatever read or write is under way, from any thread.</summary>
    public void Abort() => _socket.Dispose();

    public void Dispose()
    {
        Reading.Dispose();
        Writing.Dispose();
        _socket.Dispose();
        _stream.Dispose();
    }

    private static bool IsBroken(Exception failure) => failure is IOException or ObjectDisposedException or SocketException or OperationCanceledException;

    private static IPAddress? AddressOf(Socket socket)
    {
        try
        {
            return (socket.RemoteEndPoint as IPEndPoint)?.Address;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    // Whether that read did not have to wait.
    private bool ReadAhead(ValueTask<int> read)
    {
        (_ahead, _isAhead) = (read, true);
        return read.IsCompleted;
    }

    private ValueTask<int> Read()
    {
        if (_isAhead)
        {
            _isAhead = false;
            return _ahead;
        }

        MakeRoom();
        return _stream.ReadAsync(_input.AsMemory(_end));
    }

    private void MakeRoom()
    {
        if (_input.Length == 0)
        {
            _input = ArrayPool<byte>.Shared.Rent(InputSize);
        }
        else if (_start == _end)
        {
            (_start, _end) = (0, 0);
        }
        else if (_end == _input.Length)
        {
            if (_start == 0 && _end > ResponseHead.MaxBytes)
            {
                throw new MalformedAnswerException($"the head is longer than {ResponseHead.MaxBytes} bytes");
            }

            var larger = _start > 0 ? _input : new byte[_input.Length * 2];
            Buffer.BlockCopy(_input, _start, larger, 0, _end - _start);
            (_input, _start, _end) = (larger, 0, _end - _start);
        }
    }
}
