using System.Net;
using System.Net.Sockets;
using EdgeInfra.Edge.Proxy.Front.Connections;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>One client's connection: reads its requests one after the other, has each handled, and sends the answers.</summary>
/// <remarks>
/// While a request is handled a receive is under way that nobody waits for. Either it brings the next request, or the end of the connection, and then
/// whoever works for the client is told. <see cref="Look"/> comes once a second and sees whether the client takes longer than it may.
/// </remarks>
internal sealed partial class SocketConnection : IThreadPoolWorkItem, IDisposable
{
    private const int MostInARow = 32; // then others may have the thread

    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(5); // for what is read and thrown away

    private readonly SocketFront _front;
    private readonly SocketListener _listener;
    private readonly Socket _socket;
    private readonly Sender _sender;
    private readonly ClientInput _input;
    private readonly AnswerOutput _output;
    private readonly RequestReader _reader;
    private readonly ClientBody _body;
    private readonly EdgeRequest _request;
    private readonly SocketResponse _response;
    private readonly CancellationTokenSource _aborted = new();
    private readonly Func<IEnumerable<HeaderLine>> _trailers;
    private IPEndPoint _client;
    private IPEndPoint _server;
    private int _inARow;
    private bool _keepsAlive;

    public SocketConnection(SocketFront front, SocketListener listener, Socket socket)
    {
        (_front, _listener, _socket) = (front, listener, socket);
        (_client, _server) = (Plain(socket.RemoteEndPoint), Plain(socket.LocalEndPoint));
        _sender = new Sender(socket);
        _input = new ClientInput(socket, Gone);
        _output = new AnswerOutput(this, _sender);
        _reader = new RequestReader(front.Limits);
        _body = new ClientBody(this, _input, front.Limits);
        _trailers = () => _body.Trailers;
        _response = new SocketResponse(this, _output);
        _request = new EdgeRequest { Response = _response };
        _since = front.Now;
    }

    /// <summary>Whether the client can't be reached any more.</summary>
    public bool IsGone => _aborted.IsCancellationRequested;

    public bool IsHttp11 => ReferenceEquals(_request.Protocol, Http11);

    public bool TakesTrailers => _request.TakesTrailers;

    public bool IsHeadRequest => ReferenceEquals(_request.Method, "HEAD");

    /// <summary>Whether another request may follow this one.</summary>
    public bool MayContinue => _keepsAlive && !_listener.IsDraining && !_body.AwaitsContinue;

    /// <summary>The line with the date of answers that have none.</summary>
    public ReadOnlySpan<byte> Date => _front.Date.Span;

    /// <summary>Serves the connection to its end.</summary>
    public void Execute() => _ = Run();

    /// <summary>The client is not there any more; whoever works for it may stop.</summary>
    public void Gone() => _aborted.Cancel();

    /// <summary>Breaks the connection, so that the client can't take what it has for the whole. From any thread.</summary>
    public void Abort()
    {
        _socket.Close(0);
        Gone();
    }

    public ClientStream OpenStream() => new(_input, _output);

    /// <summary>Tells the client to send its body. Whatever else is sent waits for that.</summary>
    public void SendContinue()
    {
        var sending = SocketFront.SendContinue(_socket);
        if (!sending.IsCompleted)
        {
            _output.Follow(sending);
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _input.Dispose();
        _output.Rest();
        _sender.Dispose();
    }

    private static IPEndPoint Plain(EndPoint? endpoint)
    {
        var at = (IPEndPoint)endpoint!; // accepted, so it has both
        return at.Address.IsIPv4MappedToIPv6 ? new IPEndPoint(at.Address.MapToIPv4(), at.Port) : at;
    }

    private async Task Run()
    {
        try
        {
            if (_listener.Trusted is not { } trusted || !trusted.Contains(_client.Address) || await TakeProxyHeader())
            {
                await Serve();
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _front.Log($"{_client}: {failure}");
        }
        finally
        {
            Dispose();
            _listener.Leave(this);
        }
    }

    private async ValueTask Serve()
    {
        var entered = _front.Budget.TryEnter(_client.Address);
        try
        {
            if (!entered)
            {
                AnswerHead.Write(_output, ConnectionBudget.Refusal);
                await _output.FlushAsync();
                await Close(isReading: true);
                return;
            }

            await ServeRequests();
        }
        finally
        {
            _front.Budget.Leave(_client.Address, entered);
        }
    }

    private async ValueTask ServeRequests()
    {
        while (await NextHead())
        {
            Fill();
            await Handle();
            if (IsGone)
            {
                return;
            }

            _keepsAlive &= !_response.Closes && !_listener.IsDraining;
            if (!_keepsAlive || !await TakeRest())
            {
                await Close(isReading: !_body.IsRead || !_input.Unread.IsEmpty);
                return;
            }

            _output.Rest();
        }
    }

    private async ValueTask Handle()
    {
        try
        {
            await (_request.BodyLength > _front.Limits.Body ? _request.Fail(EdgeError.BodyTooLarge) : _front.Handler(_request));
            await _response.Finish();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A client that left in the middle ends here too; that is nobody's fault.
            if (!IsGone)
            {
                _front.Log($"{_request.Method} {_request.Host}{_request.Url}: {failure}");
            }

            Abort();
        }
        finally
        {
            _front.Ended?.Invoke(_request);
            _request.End();
        }
    }

    // Until a head is whole. False when there is none to come, and the connection has been closed.
    private async ValueTask<bool> NextHead()
    {
        _reader.Begin();
        var phase = Phase.Serving;
        while (true)
        {
            if (_reader.Read(_input, _request, out var isWhole) is { } refusal)
            {
                await Refuse(refusal);
                return false;
            }

            if (isWhole)
            {
                await TakeTurns();
                return true;
            }

            phase = phase == Phase.Serving || _reader.HasBegun ? Begin(_reader.HasBegun ? Phase.Head : Phase.Idle, phase) : phase;
            var coming = _input.More();
            if (_listener.IsDraining)
            {
                Stop(); // it may have begun to drain just before this wait
            }

            var woken = await coming;
            if (woken == Woken.TimedOut && _reader.HasBegun)
            {
                await Refuse(Refusal.TooSlow);
                return false;
            }

            if (woken != Woken.Came || !_input.Take())
            {
                return false;
            }

            _inARow = 0;
        }
    }

    private Phase Begin(Phase next, Phase before)
    {
        if (next != before)
        {
            Enter(next);
        }

        return next;
    }

    // Requests that have come already are served one after the other without a pause; not for ever.
    private async ValueTask TakeTurns()
    {
        if (++_inARow > MostInARow)
        {
            _inARow = 0;
            await Task.Yield();
        }
    }

    private void Fill()
    {
        Enter(Phase.Serving);
        var fields = _reader.Fields;
        _keepsAlive = fields.KeepsAlive;
        _body.Begin(fields);
        _bodyTime = default;
        _response.Begin();
        var request = _request;
        (request.IsTls, request.Certificate, request.Aborted, request.IsChecked) = (false, null, _aborted.Token, true);
        (request.Client, request.ClientPort) = (_client.Address, _client.Port);
        (request.ServerAddress, request.ServerPort) = (_server.Address, _server.Port);
        request.ClientRequests++;
        request.Arrived = _front.Ended is null ? 0 : _front.Time.GetTimestamp();
        request.Started = _front.Time.GetUtcNow();
        (request.Body, request.Trailers) = (_body.IsRead || request.Upgrade is not null ? null : _body, fields.IsChunked ? _trailers : null);
        _front.Begun?.Invoke(request);
        _input.Listen();
    }

    // What is left of the body, which is nobody's any more.
    private async ValueTask<bool> TakeRest()
    {
        if (_body.IsRead)
        {
            return true;
        }

        _since = _front.Now;
        IsDiscarding = true;
        var isDone = await _body.Discard();
        IsDiscarding = false;
        return isDone;
    }

    private async ValueTask Refuse(Refusal refusal)
    {
        AnswerHead.Write(_output, refusal.Bytes);
        if (refusal.IsAnswer)
        {
            AnswerHead.Write(_output, Date);
            AnswerHead.Write(_output, "\r\n"u8);
        }

        await _output.FlushAsync();
        await Close(isReading: true);
    }

    // A client that is still sending would be answered by a reset, and lose the answer with it: so it is listened to for a while.
    private async ValueTask Close(bool isReading)
    {
        try
        {
            _socket.Shutdown(isReading && !_input.HasEnded ? SocketShutdown.Send : SocketShutdown.Both);
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            return; // it has gone first
        }

        Enter(Phase.Closing);
        var left = Math.Max(_front.Limits.Headers, 1024 * 1024);
        while (isReading && !_input.HasEnded && left > 0 && await _input.More() == Woken.Came && _input.Take())
        {
            left -= _input.Unread.Length;
            _input.Consume(_input.Unread.Length);
        }
    }
}
