using System.Buffers;
using System.IO.Pipelines;
using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>One request and its answer on one connection, with Fastly's time limits. Filled again for the next request of the connection.</summary>
internal sealed class OriginExchange
{
    private const int MostInterim = 32; // each one starts the clock anew

    private static readonly ReadOnlyMemory<byte> LastChunk = "0\r\n\r\n"u8.ToArray();

    private readonly ArrayBufferWriter<byte> _output = new(1024);
    private readonly OriginConnection _connection;
    private readonly ExchangeClock _clock;
    private readonly AnswerBody _body;

    public OriginExchange(OriginConnection connection, TimeProvider time)
    {
        _connection = connection;
        _clock = new ExchangeClock(connection.Reading, time);
        _body = new AnswerBody(connection, _clock);
    }

    public ResponseHead Head { get; } = new();

    /// <summary>Whether the origin has said anything yet; before that a request may be repeated elsewhere.</summary>
    public bool HasInput { get; private set; }

    /// <summary>Whether anything of the request's body was taken from the client, so that it can't be sent again.</summary>
    public bool BodyBegan { get; private set; }

    /// <summary>Bytes of the answer's body passed on to the client.</summary>
    public long BodyBytes => _body.Passed;

    /// <summary>What came after the answer's body and may be passed on; null when nothing did.</summary>
    public HeaderList? Trailers => _body.Trailers;

    /// <summary>How sending the body ended; null while it goes on, and without a body.</summary>
    public SendEnd? Sent { get; private set; }

    /// <summary>Where to write the head of the request; send it with <see cref="SendHead"/>.</summary>
    public ArrayBufferWriter<byte> Begin(ExchangeLimits limits)
    {
        (HasInput, BodyBegan, Sent) = (false, false, null);
        _body.Begin();
        _clock.Begin(limits);
        _output.ResetWrittenCount();
        return _output;
    }

    /// <param name="isAll">Whether no body follows, so that the wait for the answer begins.</param>
    public async ValueTask SendHead(bool isAll)
    {
        await _connection.Send(_output.WrittenMemory, _clock.BetweenBytes);
        if (isAll)
        {
            _clock.AllSent();
        }
    }

    /// <summary>What the client did wrong, where sending its body ended with <see cref="SendEnd.ClientBroke"/>.</summary>
    public EdgeError ClientFault { get; private set; } = EdgeError.MalformedRequest;

    /// <summary>Sends the body while the answer may already be awaited. Never throws; how it ended is in <see cref="Sent"/>.</summary>
    public async Task SendBody(PipeReader body, bool chunked, Func<IEnumerable<HeaderLine>>? trailers = null)
    {
        (BodyBegan, ClientFault) = (true, EdgeError.MalformedRequest);
        try
        {
            Sent = await Pump(body, chunked, trailers);
        }
        catch (OriginException)
        {
            Sent = SendEnd.OriginStopped;
        }

        if (Sent == SendEnd.ClientBroke)
        {
            _connection.Abort();
            return;
        }

        _clock.AllSent();
    }

    /// <summary>Reads the final head of the answer, or that of a switch to another protocol. Interim ones (1xx) are passed on where a client waits.</summary>
    public async ValueTask<ResponseHead> ReadHead(bool answersHeadRequest, EdgeResponse? client = null, bool maySwitch = false)
    {
        try
        {
            for (var interim = 0; ; interim++)
            {
                var scanner = default(HeadScanner);
                while (!HasHead(ref scanner, answersHeadRequest))
                {
                    Came(await _connection.Fill());
                }

                if (IsFinal(maySwitch))
                {
                    return Head;
                }

                if (interim == MostInterim)
                {
                    throw new MalformedAnswerException($"there are more than {MostInterim} interim answers");
                }

                _clock.WasInterim();
                await PassInterim(client);
            }
        }
        catch (MalformedAnswerException malformed)
        {
            throw new OriginException(EdgeError.BackendRead, malformed.Message, malformed);
        }
        catch (OriginException) when (_clock.Expired)
        {
            throw new OriginException(_clock.Answering ? EdgeError.BackendRead : EdgeError.FirstByteTimeout, "the answer did not come in time");
        }
    }

    /// <summary>The beginning of the body, which can still be read afterwards.</summary>
    public async ValueTask<byte[]> PeekBody(int most)
    {
        try
        {
            return await _body.Peek(Head, most);
        }
        catch (MalformedAnswerException malformed)
        {
            throw new OriginException(EdgeError.BackendRead, malformed.Message, malformed);
        }
    }

    /// <summary>Moves the body to the client as it comes, never more of it in memory than a piece.</summary>
    public async ValueTask<BodyEnd> ReadBody(PipeWriter client)
    {
        try
        {
            return await _body.Read(Head, client);
        }
        catch (MalformedAnswerException malformed)
        {
            throw new OriginException(EdgeError.BackendRead, malformed.Message, malformed);
        }
        catch (OriginException) when (_clock.Expired)
        {
            return BodyEnd.TimedOut;
        }
    }

    /// <summary>After a switch: moves bytes both ways until one side ends.</summary>
    public ValueTask<long> Pass(Stream client)
    {
        _clock.Stop();
        return Tunnel.Run(_connection, client);
    }

    private async Task<SendEnd> Pump(PipeReader body, bool chunked, Func<IEnumerable<HeaderLine>>? trailers)
    {
        while (await Next(body) is { IsCanceled: false } read)
        {
            await SendPieces(read.Buffer, chunked);
            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                if (chunked)
                {
                    await _connection.Send(End(trailers), _clock.BetweenBytes);
                }

                return SendEnd.Sent;
            }
        }

        return SendEnd.ClientBroke;
    }

    private ReadOnlyMemory<byte> End(Func<IEnumerable<HeaderLine>>? trailers)
    {
        if (trailers is null)
        {
            return LastChunk;
        }

        _output.ResetWrittenCount();
        _output.Write("0\r\n"u8);
        foreach (var line in trailers())
        {
            RequestHead.Line(_output, line.Name, line.Value);
        }

        _output.Write("\r\n"u8);
        return _output.WrittenMemory;
    }

    // null when the client has gone or broken the rules of its framing.
    private async ValueTask<ReadResult?> Next(PipeReader body)
    {
        try
        {
            return await body.ReadAsync();
        }
        catch (Exception failure) when (BodyFault.Of(failure) is { } fault)
        {
            ClientFault = fault;
            return null;
        }
    }

    // The 100 a client may wait for comes from the edge, which would write it at the same time as another while the body is not all there.
    private ValueTask PassInterim(EdgeResponse? client) =>
        client is not null && Head.Status != 100 && (!BodyBegan || Sent == SendEnd.Sent) ? client.Interim(Head) : default;

    private bool HasHead(ref HeadScanner scanner, bool answersHeadRequest)
    {
        var length = scanner.Find(_connection.Input);
        Limit(length == 0 ? _connection.Input.Length : length);
        if (length > 0)
        {
            Head.Read(_connection.Input[..length], answersHeadRequest);
            _connection.Consume(length);
        }

        return length > 0;
    }

    private void Came(bool isMore)
    {
        if (!isMore)
        {
            throw new OriginException(EdgeError.BackendRead, _clock.Answering
                ? "the origin closed the connection within the head"
                : "the origin closed the connection instead of answering");
        }

        HasInput = true;
        _clock.BytesCame();
    }

    private bool IsFinal(bool maySwitch) => Head.Status switch
    {
        101 => maySwitch ? true : throw new MalformedAnswerException("the origin switched protocols unasked"),
        var status => status >= 200,
    };

    private static void Limit(int head)
    {
        if (head > ResponseHead.MaxBytes)
        {
            throw new MalformedAnswerException($"the head is longer than {ResponseHead.MaxBytes} bytes");
        }
    }

    private async ValueTask SendPieces(ReadOnlySequence<byte> bytes, bool chunked)
    {
        foreach (var piece in bytes)
        {
            if (!chunked)
            {
                await _connection.Send(piece, _clock.BetweenBytes);
            }
            else if (piece.Length > 0)
            {
                _output.ResetWrittenCount();
                RequestHead.WriteChunk(_output, piece.Span);
                await _connection.Send(_output.WrittenMemory, _clock.BetweenBytes);
            }
        }
    }
}
