using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Kit;

/// <summary>What the system says of this process's own sockets, whoever holds them.</summary>
public static class SocketOptions
{
    private const int SolSocket = 1, SoKeepAlive = 9, IpProtoTcp = 6, KeepIdle = 4, KeepInterval = 5, KeepCount = 6;

    /// <summary>The TCP keepalive settings of the socket that is connected to a port; all zero when it sends no probes.</summary>
    public static (int Time, int Interval, int Probes) KeepaliveToward(int port)
    {
        var socket = Directory.GetFiles("/proc/self/fd")
            .Select(path => int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture))
            .Single(descriptor => PeerPort(descriptor) == port);
        return Option(socket, SolSocket, SoKeepAlive) == 0
            ? (0, 0, 0)
            : (Option(socket, IpProtoTcp, KeepIdle), Option(socket, IpProtoTcp, KeepInterval), Option(socket, IpProtoTcp, KeepCount));
    }

    private static int PeerPort(int descriptor)
    {
        var address = new byte[128];
        var length = address.Length;
        return GetPeerName(descriptor, address, ref length) == 0 && length >= 4 ? BinaryPrimitives.ReadUInt16BigEndian(address.AsSpan(2)) : -1;
    }

    private static int Option(int socket, int level, int name)
    {
        var (value, length) = (0, sizeof(int));
        return GetOption(socket, level, name, ref value, ref length) == 0 ? value : throw new IOException("The socket has gone.");
    }

    [DllImport("libc", EntryPoint = "getpeername")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetPeerName(int socket, byte[] address, ref int length);

    [DllImport("libc", EntryPoint = "getsockopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetOption(int socket, int level, int name, ref int value, ref int length);
}
