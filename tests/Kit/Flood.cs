using System.Net.Sockets;

namespace Kit;

/// <summary>Sends as much as the other side takes.</summary>
internal static class Flood
{
    private const int Patience = 500_000; // microseconds in which a reader that goes on would have made room

    /// <summary>Bytes sent until nothing more is taken, or until it is too much.</summary>
    public static long Into(Socket socket, long most)
    {
        var piece = new byte[256 * 1024];
        var sent = 0L;
        socket.Blocking = false;
        while (sent < most && socket.Poll(Patience, SelectMode.SelectWrite))
        {
            var count = socket.Send(piece, SocketFlags.None, out var error);
            sent += error == SocketError.Success ? count : 0;
        }

        return sent;
    }
}
