using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace EdgeInfra.Edge.Proxy.Front.Connections;

/// <summary>Takes the PROXY header off connections of trusted peers, before TLS. A peer that is trusted must send one; nobody else may.</summary>
internal sealed class ProxyConnections(IReadOnlyList<IPNetwork> trusted, TimeSpan limit, TimeProvider time, Action<string> log)
{
    public ConnectionDelegate Before(ConnectionDelegate next) => async connection =>
    {
        if (!IsTrusted(connection.RemoteEndPoint as IPEndPoint) || await Read(connection))
        {
            await next(connection);
        }
    };

    private bool IsTrusted(IPEndPoint? peer)
    {
        var address = peer?.Address is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : peer?.Address;
        return address is not null && trusted.Any(network => network.Contains(address));
    }

    private async Task<bool> Read(ConnectionContext connection)
    {
        using var soon = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(soon.Token, connection.ConnectionClosed);
        try
        {
            return await Take(connection, either.Token);
        }
        catch (OperationCanceledException)
        {
            Refuse(connection, "no whole PROXY header came in time");
        }
        catch (FormatException malformed)
        {
            Refuse(connection, malformed.Message);
        }

        return false;
    }

    private static async Task<bool> Take(ConnectionContext connection, CancellationToken cancel)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var read = await input.ReadAsync(cancel);
            var begin = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, ProxyHeader.MaxBytes));
            if (ProxyHeader.Read(begin.IsSingleSegment ? begin.FirstSpan : begin.ToArray()) is { } header)
            {
                input.AdvanceTo(read.Buffer.GetPosition(header.Length));
                connection.RemoteEndPoint = header.Client ?? connection.RemoteEndPoint;
                connection.LocalEndPoint = header.Server ?? connection.LocalEndPoint;
                return true;
            }

            if (read.IsCompleted)
            {
                return false;
            }

            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private void Refuse(ConnectionContext connection, string reason)
    {
        log($"{connection.RemoteEndPoint}: connection closed: {reason}");
        connection.Abort(new ConnectionAbortedException(reason));
    }
}
