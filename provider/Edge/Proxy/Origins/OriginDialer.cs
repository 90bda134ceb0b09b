using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>Opens connections to one origin: resolves, connects, shakes hands. All of it together has to fit into the connect timeout.</summary>
internal sealed class OriginDialer(OriginIdentity identity, NameResolver names, TimeProvider time)
{
    private readonly OriginTlsClient? _tls = identity.Tls is { } tls ? new OriginTlsClient(tls) : null;

    /// <param name="mayUse">Which of the addresses may be used; null means all.</param>
    public async ValueTask<OriginConnection> Dial(TimeSpan connectTimeout, Func<IPAddress, bool>? mayUse, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(connectTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        Socket? socket = null;
        try
        {
            socket = await Connect(mayUse, both.Token);
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            if (_tls is not null)
            {
                stream = await _tls.Handshake(stream, both.Token);
            }

            return new OriginConnection(socket, stream, time);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            socket?.Dispose();
            cancel.ThrowIfCancellationRequested();
            throw limit.IsCancellationRequested
                ? new OriginException(EdgeError.ConnectionTimedOut, $"no connection within {connectTimeout.TotalMilliseconds} ms", failure)
                : Explained(failure);
        }
    }

    private async ValueTask<Socket> Connect(Func<IPAddress, bool>? mayUse, CancellationToken cancel)
    {
        var addresses = await names.Resolve(identity.Address, identity.PreferIpv6, cancel);
        if (mayUse is not null)
        {
            addresses = [.. addresses.Where(mayUse)];
            if (addresses.Count == 0)
            {
                throw new OriginException(EdgeError.BackendUnhealthy, "none of its addresses is healthy");
            }
        }

        return await new AddressRace(identity.Port, KeepAlive, time).Run(addresses, cancel);
    }

    private void KeepAlive(Socket socket)
    {
        if (identity.TcpKeepalive is not { } keep)
        {
            return;
        }

        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, (int)keep.Time.TotalSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, (int)keep.Interval.TotalSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, keep.Probes);
    }

    private static OriginException Explained(Exception failure) => failure switch
    {
        OriginException known => known,
        SocketException socket => new(ErrorOf(socket.SocketErrorCode), socket.Message, socket),
        AuthenticationException or IOException => new(EdgeError.TlsHandshake, failure.Message, failure),
        _ => new(EdgeError.BackendWrite, failure.Message, failure),
    };

    private static EdgeError ErrorOf(SocketError code) => code switch
    {
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery => EdgeError.NameNotResolved,
        SocketError.TimedOut => EdgeError.ConnectionTimedOut,
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown or SocketError.HostDown
            => EdgeError.NetworkUnreachable,
        _ => EdgeError.ConnectionRefused,
    };
}
