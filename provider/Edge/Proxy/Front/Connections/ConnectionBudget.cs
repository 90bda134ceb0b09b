using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace EdgeInfra.Edge.Proxy.Front.Connections;

/// <summary>
/// How many connections clients may have, all together and each address for itself. Beyond it one is closed at once, on a plain listener after a
/// 503: more would cost what the limit is to save.
/// </summary>
internal sealed class ConnectionBudget(int total, int? perClient)
{
    /// <summary>What one too many is told.</summary>
    public static ReadOnlySpan<byte> Refusal =>  "HTTP/1.1 503 Too many connections\r\nConnection: close\r\nContent-Length: 0\r\nRetry-After: 1\r\n\r\n"u8;

    private readonly ConcurrentDictionary<IPAddress, int> _clients = new();
    private int _open;

    public int Open => Volatile.Read(ref _open);

    public ConnectionDelegate Before(ConnectionDelegate next, bool answers) => async connection =>
    {
        var client = (connection.RemoteEndPoint as IPEndPoint)?.Address;
        var entered = TryEnter(client);
        try
        {
            await (entered ? next(connection) : Refuse(connection, answers));
        }
        finally
        {
            Leave(client, entered);
        }
    };

    /// <summary>Counts a connection. <see cref="Leave(IPAddress?, bool)"/> must follow, whatever the result.</summary>
    public bool TryEnter(IPAddress? client) => Interlocked.Increment(ref _open) <= total && Enter(client);

    public void Leave(IPAddress? client, bool entered)
    {
        if (entered)
        {
            Leave(client);
        }

        Interlocked.Decrement(ref _open);
    }

    private bool Enter(IPAddress? client)
    {
        if (perClient is not { } limit || client is null)
        {
            return true;
        }

        if (_clients.AddOrUpdate(client, 1, static (_, count) => count + 1) <= limit)
        {
            return true;
        }

        Leave(client);
        return false;
    }

    private void Leave(IPAddress? client)
    {
        if (perClient is null || client is null)
        {
            return;
        }

        // Removed only by whoever finds nobody else counted: another one may come in between.
        if (_clients.AddOrUpdate(client, 0, static (_, count) => count - 1) == 0)
        {
            _clients.TryRemove(KeyValuePair.Create(client, 0));
        }
    }

    private static async Task Refuse(ConnectionContext connection, bool answers)
    {
        if (answers)
        {
            await connection.Transport.Output.WriteAsync(Refusal.ToArray());
            await connection.Transport.Output.CompleteAsync();
            return;
        }

        connection.Abort(new ConnectionAbortedException("too many connections"));
    }
}
