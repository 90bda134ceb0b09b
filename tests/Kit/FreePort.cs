using System.Net;
using System.Net.Sockets;

namespace Kit;

/// <summary>
/// Ports for programs that must be told one. They lie below those that the system gives to whoever asks for any, so between choice and use
/// nobody takes them by chance.
/// </summary>
public static class FreePort
{
    private const int First = 12_000, Count = 18_000;

    private static int _last = Random.Shared.Next(Count);

    public static int Next()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _last) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var socket = new TcpListener(IPAddress.Loopback, port);
        try
        {
            socket.Start();
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }
}
