using System.Net;
using System.Net.Sockets;

namespace Kit;

/// <summary>Ports that were free a moment ago, for programs that must be told one.</summary>
public static class FreePort
{
    public static int Next()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
