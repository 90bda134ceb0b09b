using System.Net;
using System.Net.Sockets;
using System.Text;
using Kit;

namespace Bench.Proxy;

/// <summary>What connections weigh that wait: each has had one answer, and no more is asked on it.</summary>
internal static class IdleBench
{
    private const double MostEach = 10;

    public static async Task<IReadOnlyList<Measured>> Run(int connections)
    {
        using var folder = new TempFolder();
        await using var origin = await Contenders.StartOrigin(Directory.CreateDirectory(folder.At("origin")).FullName);
        await using var ours = await Contenders.All[Contenders.Ours](origin.Port, Directory.CreateDirectory(folder.At("ours")).FullName);
        await Contenders.PutLoad(ours, "/1k", 4); // so that what every server needs once is there
        var before = ours.ResidentBytes;
        var open = new List<Socket>();
        try
        {
            for (var i = 0; i < connections; i++)
            {
                open.Add(await Ask(ours.Port));
            }

            return [new($"{connections} idle connections, memory of each", (ours.ResidentBytes - before) / 1024.0 / connections, "KB", MostEach)];
        }
        finally
        {
            open.ForEach(socket => socket.Dispose());
        }
    }

    private static async Task<Socket> Ask(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET /1k HTTP/1.1\r\nHost: {Load.Host}\r\n\r\n"));
        var (answer, length) = (new byte[4096], 0);
        while (!Encoding.Latin1.GetString(answer, 0, length).EndsWith("xx", StringComparison.Ordinal) || length < 1024)
        {
            var read = await socket.ReceiveAsync(answer.AsMemory(length));
            length += read > 0 ? read : throw new InvalidOperationException("The connection was closed.");
        }

        return socket;
    }
}
