using System.Net.Sockets;

namespace Kit;

/// <summary>Sends as much as the other side takes.</summary>
internal static class Flood
{
    private const int Patience = 500_000; // microseconds in which a reader that goes on would have made room

    /// <summary>Bytes sent until nothing more is taken, or until it is too much.</summary>
    public static long Into(Socket socket, long most, byte[]? repeated = null)
    {
        var piece = repeated ?? new byte[256 * 1024];
        var (sent, failure) = (0L, SocketError.Success);
        socket.Blocking = false;
        while (sent < most && failure is SocketError.Success or SocketError.WouldBlock && socket.Poll(Patience, SelectMode.SelectWrite))
        {
            // What a full buffer cuts off goes first the next time: the other side may look at where pieces begin.
            var at = (int)(sent % piece.Length);
            var count = socket.Send(piece, at, piece.Length - at, SocketFlags.None, out failure);
            sent += failure == SocketError.Success ? count : 0;
        }

        return sent;
    }
}
