using System.Globalization;
using System.Net.Sockets;
using System.Text;
using EdgeInfra.Edge.Proxy.Front.Connections;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>
/// The way from plain sockets to the stages: HTTP/1.1 in the clear, with a parser of its own. What all its listeners share. Kestrel's front beside it
/// serves TLS and HTTP/2; both must read every request alike.
/// </summary>
internal sealed class SocketFront(EdgeHandler handler, ConnectionBudget budget, ProxyOptions options)
{
    /// <summary>How often clients are looked at.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private static readonly ReadOnlyMemory<byte> Continue = "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray();

    private readonly long _began = options.ClientTime.GetTimestamp();
    private long _now;
    private ReadOnlyMemory<byte> _date = DateLine(options.ClientTime.GetUtcNow());

    public EdgeHandler Handler => handler;

    public ProxyLimits Limits { get; } = options.Limits;

    public ConnectionBudget Budget => budget;

    public TimeProvider Time { get; } = options.Time;

    /// <summary>What clients are measured by.</summary>
    public TimeProvider ClientTime { get; } = options.ClientTime;

    public Action<string> Log { get; } = options.Log;

    public Action<EdgeRequest>? Ended { get; } = options.Ended;

    public Action<EdgeRequest>? Begun { get; } = options.Begun;

    /// <summary>Since it began, as of the last tick: reading a clock for each wait would be dear.</summary>
    public TimeSpan Now => new(Volatile.Read(ref _now));

    /// <summary>The header line with the date, as of the last tick.</summary>
    public ReadOnlyMemory<byte> Date => _date;

    /// <summary>Moves the clock on.</summary>
    public void Ticked()
    {
        Volatile.Write(ref _now, ClientTime.GetElapsedTime(_began).Ticks);
        _date = DateLine(ClientTime.GetUtcNow());
    }

    public static async Task SendContinue(Socket socket)
    {
        try
        {
            await socket.SendAsync(Continue);
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // Whoever reads next sees that the client has gone.
        }
    }

    private static byte[] DateLine(DateTimeOffset now) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Date: {now:r}\r\n"));
}
