using System.Net.Sockets;
using System.Threading.Tasks.Sources;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>
/// Receives on a client's socket, one piece at a time. A receive may be under way with nobody waiting for it: so the end of a connection is noticed
/// while a request is served, and the next request is read by a call that has been made already. Begin, wait and take are its owner's; anybody may wake.
/// </summary>
internal sealed class Receiver(Socket socket, Action gone) : SocketAsyncEventArgs(true), IValueTaskSource<Woken>
{
    // The state, and above it a count of waits, so that nobody is woken from another wait than he was meant to be.
    private const int Idle = 0, Pending = 1, Waited = 2, Done = 3, Mask = 3, NextWait = 4;

    private ManualResetValueTaskSourceCore<Woken> _wait;
    private int _state;

    public bool IsIdle => (Volatile.Read(ref _state) & Mask) == Idle;

    public bool IsUnderWay => (Volatile.Read(ref _state) & Mask) is Pending or Waited;

    /// <summary>What <see cref="Wake"/> needs to wake whoever waits now.</summary>
    public int Ticket => Volatile.Read(ref _state);

    private bool HasEnded => BytesTransferred == 0 || SocketError != SocketError.Success;

    /// <summary>Starts a receive. Only while idle.</summary>
    /// <param name="isWanted">Whether somebody is about to wait for it; else the end of the connection is told at once.</param>
    public void Begin(byte[] buffer, int start, bool isWanted)
    {
        SetBuffer(buffer, start, buffer.Length - start);
        Volatile.Write(ref _state, (_state & ~Mask) | Pending);
        if (Start())
        {
            return;
        }

        Volatile.Write(ref _state, (_state & ~Mask) | Done);
        if (!isWanted && HasEnded)
        {
            gone();
        }
    }

    /// <summary>Waits for the receive that is under way.</summary>
    public ValueTask<Woken> Wait()
    {
        var state = Volatile.Read(ref _state);
        if ((state & Mask) == Done)
        {
            return new ValueTask<Woken>(Woken.Came);
        }

        _wait.Reset();
        var waited = unchecked(((state & ~Mask) + NextWait) | Waited);
        return Interlocked.CompareExchange(ref _state, waited, state) == state
            ? new ValueTask<Woken>(this, _wait.Version)
            : new ValueTask<Woken>(Woken.Came);
    }

    /// <summary>Ends a wait, if it is still the one of the ticket; the receive goes on.</summary>
    public void Wake(int ticket, Woken reason)
    {
        if ((ticket & Mask) == Waited && Interlocked.CompareExchange(ref _state, (ticket & ~Mask) | Pending, ticket) == ticket)
        {
            _wait.SetResult(reason);
        }
    }

    /// <summary>The bytes of the receive that has ended; 0 at the end of the connection, however that came.</summary>
    public int Take()
    {
        Volatile.Write(ref _state, _state & ~Mask);
        return HasEnded ? 0 : BytesTransferred;
    }

    Woken IValueTaskSource<Woken>.GetResult(short token) => _wait.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<Woken>.GetStatus(short token) => _wait.GetStatus(token);

    void IValueTaskSource<Woken>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _wait.OnCompleted(continuation, state, token, flags);

    protected override void OnCompleted(SocketAsyncEventArgs e)
    {
        while (true)
        {
            var state = Volatile.Read(ref _state);
            if (Interlocked.CompareExchange(ref _state, (state & ~Mask) | Done, state) != state)
            {
                continue; // somebody has begun to wait, or was woken
            }

            if ((state & Mask) == Waited)
            {
                _wait.SetResult(Woken.Came);
            }
            else if (HasEnded)
            {
                gone();
            }

            return;
        }
    }

    private bool Start()
    {
        try
        {
            return socket.ReceiveAsync(this);
        }
        catch (ObjectDisposedException)
        {
            SocketError = SocketError.OperationAborted;
            return false;
        }
    }
}
