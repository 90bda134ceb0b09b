using System.IO.Pipelines;
using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>The answer, written to a client's socket.</summary>
internal sealed class SocketResponse(SocketConnection connection, AnswerOutput output) : EdgeResponse
{
    private HeaderList? _trailers;
    private bool _hasStarted;
    private long? _announced;

    public override bool HasStarted => _hasStarted;

    public override PipeWriter Body => output;

    /// <summary>Whether the client knows its end only by the connection's, or the connection can't go on.</summary>
    public bool Closes { get; private set; }

    public override bool MayTrail => connection.IsHttp11;

    public void Begin()
    {
        (_trailers, _hasStarted, Closes, _announced) = (null, false, false, null);
        output.Begin();
    }

    public override async ValueTask Interim(ResponseHead head)
    {
        if (connection.IsHttp11)
        {
            AnswerHead.WriteInterim(output, head);
            await output.FlushAsync();
        }
    }

    public override async Task<Stream> Switch()
    {
        (_hasStarted, Closes) = (true, true);
        AnswerHead.Write(output, this, new AnswerFrame(null, false, ConnectionWord.Upgrade), connection.Date);
        await output.FlushAsync();
        return connection.OpenStream();
    }

    public override void Trail(HeaderList fields) => _trailers = connection.TakesTrailers ? fields : null;

    public override void Abort() => connection.Abort();

    /// <summary>Sends what is still held back. An answer shorter than announced breaks the connection.</summary>
    public ValueTask<FlushResult> Finish()
    {
        if (_announced is { } length && length != output.Body && !connection.IsGone)
        {
            connection.Abort();
        }

        return _hasStarted ? output.Finish(_trailers) : FinishEmpty();
    }

    protected override ValueTask Send()
    {
        var isHead = connection.IsHeadRequest;
        var hasBody = MayHaveBody && !isHead;
        var length = MayHaveBody || Status == 304 ? Length : Status == 205 ? 0 : null;
        var isChunked = hasBody && length is null && connection.IsHttp11;
        Closes = !connection.MayContinue || SaysClose() || (hasBody && length is null && !isChunked);
        var word = Closes ? ConnectionWord.Close : connection.IsHttp11 ? ConnectionWord.None : ConnectionWord.KeepAlive;
        AnswerHead.Write(output, this, new AnswerFrame(length, isChunked, word), connection.Date);
        (_hasStarted, _announced) = (true, hasBody ? length : null);
        (output.IsChunked, output.DropsBody) = (isChunked, !hasBody);
        return default;
    }

    // Whoever handled the request had nothing to say, so it is as good as done.
    private async ValueTask<FlushResult> FinishEmpty()
    {
        Status = Status == 0 ? 200 : Status;
        Length ??= 0;
        await Send();
        return await output.Finish(null);
    }

    private bool SaysClose()
    {
        foreach (ref readonly var line in Headers.Lines)
        {
            if (line.Name.Length == 10 && HeaderList.Same(line.Name, "Connection") && Tokens.Contains(line.Value, "close"))
            {
                return true;
            }
        }

        return false;
    }
}
