using System.Net;
using System.Net.Sockets;

namespace Kit;

/// <summary>A port on which connections neither come about nor are refused: its queue is full, and nobody accepts.</summary>
public sealed class FullListener : IDisposable
{
    private readonly Socket _listener = New();
    private readonly List<Socket> _waiting = [];

    public FullListener()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(0);
        var first = New();
        _waiting.Add(first);
        first.Connect(_listener.LocalEndPoint!); // takes the one place there is
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public void Dispose()
    {
        _waiting.ForEach(socket => socket.Dispose());
        _listener.Dispose();
    }

    private static Socket New() => new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
}
