using System.Net.Sockets;
using System.Threading.Tasks.Sources;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>Sends on a client's socket, one call at a time; several pieces leave in one. The result says whether the client could be reached.</summary>
internal sealed class Sender(Socket socket) : SocketAsyncEventArgs(true), IValueTaskSource<bool>
{
    private ManualResetValueTaskSourceCore<bool> _sent;

    public ValueTask<bool> Send(Memory<byte> bytes)
    {
        if (BufferList is not null)
        {
            BufferList = null;
        }

        SetBuffer(bytes);
        return Start();
    }

    public ValueTask<bool> Send(List<ArraySegment<byte>> pieces)
    {
        SetBuffer(default);
        BufferList = pieces;
        return Start();
    }

    bool IValueTaskSource<bool>.GetResult(short token) => _sent.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _sent.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _sent.OnCompleted(continuation, state, token, flags);

    protected override void OnCompleted(SocketAsyncEventArgs e) => _sent.SetResult(SocketError == SocketError.Success);

    private ValueTask<bool> Start()
    {
        _sent.Reset();
        try
        {
            return socket.SendAsync(this)
                ? new ValueTask<bool>(this, _sent.Version)
                : new ValueTask<bool>(SocketError == SocketError.Success);
        }
        catch (ObjectDisposedException)
        {
            return new ValueTask<bool>(false);
        }
    }
}
