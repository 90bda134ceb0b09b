using Microsoft.AspNetCore.Connections;

namespace EdgeInfra.Edge.Proxy.Traffic;

/// <summary>The connections that clients have with one listener. Those that are refused at once were open, too.</summary>
internal sealed class ListenerTraffic
{
    private int _open;

    /// <summary>Where it listens; empty until it does.</summary>
    public string Endpoint { get; set; } = "";

    public int Open => Volatile.Read(ref _open);

    public void Begin() => Interlocked.Increment(ref _open);

    public void End() => Interlocked.Decrement(ref _open);

    public ConnectionDelegate Before(ConnectionDelegate next) => async connection =>
    {
        Begin();
        try
        {
            await next(connection);
        }
        finally
        {
            End();
        }
    };
}
