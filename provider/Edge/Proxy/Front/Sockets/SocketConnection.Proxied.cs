using EdgeInfra.Edge.Proxy.Front.Connections;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <content>The PROXY header, which a trusted peer must send first.</content>
internal sealed partial class SocketConnection
{
    private async ValueTask<bool> TakeProxyHeader()
    {
        using var soon = new CancellationTokenSource(_front.Limits.ProxyHeaderTime, _front.Time);
        try
        {
            while (ProxyHeader.Read(_input.Unread[..Math.Min(_input.Unread.Length, ProxyHeader.MaxBytes)]) is var header)
            {
                if (header is not null)
                {
                    _input.Consume(header.Length);
                    (_client, _server) = (header.Client ?? _client, header.Server ?? _server);
                    return true;
                }

                var coming = _input.More();
                await using var wake = soon.Token.UnsafeRegister(
                    static receiver => ((Receiver)receiver!).Wake(((Receiver)receiver).Ticket, Woken.TimedOut), _input.Receiver);
                var woken = await coming;
                if (woken != Woken.Came || !_input.Take())
                {
                    RefusePeer(woken == Woken.Came ? null : "no whole PROXY header came in time");
                    return false;
                }
            }
        }
        catch (FormatException malformed)
        {
            RefusePeer(malformed.Message);
        }

        return false;
    }

    private void RefusePeer(string? reason)
    {
        if (reason is not null)
        {
            _front.Log($"{_client}: connection closed: {reason}");
        }

        Abort();
    }
}
