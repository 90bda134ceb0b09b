using System.Net;
using System.Net.Sockets;
using EdgeInfra.Edge.Proxy.Traffic;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>An address on which clients are served in HTTP/1.1 without TLS. Bytes of headers pass unchanged in both directions.</summary>
internal sealed class SocketListener : IListener
{
    private const int Backlog = 512;

    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(5);

    private readonly SocketFront _front;
    private readonly Socket _socket;
    private readonly ListenerTraffic _clients;
    private readonly Lock _gate = new();
    private readonly HashSet<SocketConnection> _open = [];
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _accepting;
    private readonly ITimer _timer;
    private readonly List<SocketConnection> _lookedAt = []; // kept: with many connections a new one each second would be dear
    private TimeSpan _looked;
    private int _isLooking;
    private volatile bool _isDraining;

    private SocketListener(SocketFront front, Socket socket, TrustedPeers? trusted, IPAddress address, ListenerTraffic clients)
    {
        (_front, _socket, Trusted, _clients) = (front, socket, trusted, clients);
        Endpoint = new IPEndPoint(address, ((IPEndPoint)socket.LocalEndPoint!).Port); // bound
        _looked = front.Now;
        _timer = front.ClientTime.CreateTimer(static listener => ((SocketListener)listener!).Look(), this, SocketFront.Tick, SocketFront.Tick);
        _accepting = Accept();
    }

    public IPEndPoint Endpoint { get; }

    /// <summary>Whose connections begin with a PROXY header; null: nobody's.</summary>
    public TrustedPeers? Trusted { get; }

    /// <summary>Whether no connection may outlive its present request.</summary>
    public bool IsDraining => _isDraining;

    /// <exception cref="PortTakenException">Another program listens there.</exception>
    public static SocketListener Start(IPEndPoint listen, SocketFront front, TrustedPeers? trusted, ListenerTraffic clients)
    {
        var socket = new Socket(listen.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (listen.Address.Equals(IPAddress.IPv6Any))
            {
                socket.DualMode = true;
            }

            socket.Bind(listen);
            socket.Listen(Backlog);
            return new SocketListener(front, socket, trusted, listen.Address, clients);
        }
        catch (SocketException failure) when (failure.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            socket.Dispose();
            throw new PortTakenException(listen, failure);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async Task Drain(CancellationToken giveUp)
    {
        _isDraining = true;
        _socket.Dispose();
        await _accepting;
        foreach (var connection in Open())
        {
            connection.Stop();
        }

        if (_open.Count == 0)
        {
            _empty.TrySetResult();
        }

        await using var breaking = giveUp.UnsafeRegister(static listener => ((SocketListener)listener!).AbortAll(), this);
        await _empty.Task;
        await _timer.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Drain(new CancellationToken(canceled: true)).WaitAsync(LastWait, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            _front.Log($"{Endpoint}: requests are still being handled after their connections were broken");
        }
    }

    /// <summary>Forgets a connection that has ended.</summary>
    public void Leave(SocketConnection connection)
    {
        lock (_gate)
        {
            if (_open.Remove(connection))
            {
                _clients.End();
            }

            if (_isDraining && _open.Count == 0)
            {
                _empty.TrySetResult();
            }
        }
    }

    private async Task Accept()
    {
        await Task.Yield();
        while (!_isDraining)
        {
            try
            {
                var socket = await _socket.AcceptAsync();
                socket.NoDelay = true;
                Serve(socket);
            }
            catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
            {
                if (!_isDraining && failure is SocketException { SocketErrorCode: not SocketError.ConnectionReset and not SocketError.ConnectionAborted })
                {
                    _front.Log($"{Endpoint}: no connection can be accepted: {failure.Message}");
                    await Task.Delay(SocketFront.Tick, _front.ClientTime); // out of file descriptors, say: some may be free again
                }
            }
        }
    }

    private void Serve(Socket socket)
    {
        SocketConnection connection;
        try
        {
            connection = new SocketConnection(_front, this, socket);
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            socket.Dispose(); // it has ended before it began
            return;
        }

        lock (_gate)
        {
            _open.Add(connection);
            _clients.Begin();
        }

        // Whoever accepts must not be held up by a first request that is there already.
        ThreadPool.UnsafeQueueUserWorkItem(connection, preferLocal: false);
    }

    private SocketConnection[] Open()
    {
        lock (_gate)
        {
            return [.. _open];
        }
    }

    private void AbortAll()
    {
        foreach (var connection in Open())
        {
            connection.Abort();
        }
    }

    private void Look()
    {
        if (Interlocked.Exchange(ref _isLooking, 1) == 1)
        {
            return; // the look before takes longer than a tick
        }

        _front.Ticked();
        var passed = _front.Now - _looked;
        _looked = _front.Now;
        lock (_gate)
        {
            _lookedAt.AddRange(_open);
        }

        foreach (var connection in _lookedAt)
        {
            connection.Look(passed);
        }

        _lookedAt.Clear();
        Volatile.Write(ref _isLooking, 0);
    }
}
