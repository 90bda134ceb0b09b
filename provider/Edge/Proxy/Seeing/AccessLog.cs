using System.Buffers;
using System.Threading.Channels;
using EdgeInfra.Edge.Seeing;

namespace EdgeInfra.Edge.Proxy.Seeing;

/// <summary>
/// The access log: lines wait in a bounded queue until one thread has written them. It never holds up a request; what does not fit, or cannot be
/// written, is dropped and counted.
/// </summary>
internal sealed class AccessLog : IAsyncDisposable
{
    private const int MostWaiting = 16 * 1024;
    private const int MostAtOnce = 256 * 1024; // bytes

    private readonly IAccessFormat _format;
    private readonly IAccessTarget _target;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;
    private readonly Channel<byte[]> _waiting;
    private readonly Task _writing;
    private long _written, _dropped;
    private bool _fails;

    public AccessLog(IAccessFormat format, IAccessTarget target, TimeProvider time, Action<string> log, int mostWaiting = MostWaiting)
    {
        (_format, _target, _time, _log) = (format, target, time, log);
        _waiting = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(mostWaiting) { SingleReader = true });
        _writing = Task.Run(WriteAll);
    }

    public long Dropped => Volatile.Read(ref _dropped);

    public IEnumerable<MetricFamily> Metrics =>
    [
        new MetricFamily("edgeinfra_access_log_lines_total", MetricKind.Counter, "Lines of the access log that were written.").Add(Volatile.Read(ref _written)),
        new MetricFamily("edgeinfra_access_log_dropped_total", MetricKind.Counter, "Lines of the access log that were lost, as they came too fast or could not be written.").Add(Dropped),
    ];

    /// <summary>Call it when a request has ended, before it is forgotten.</summary>
    public void Add(EdgeRequest request)
    {
        if (!_waiting.Writer.TryWrite(_format.Line(request, _time.GetElapsedTime(request.Arrived))))
        {
            Interlocked.Increment(ref _dropped);
        }
    }

    public void Reopen() => _target.Reopen();

    /// <summary>Writes what waits; then no more is taken.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
        _target.Dispose();
    }

    private async Task WriteAll()
    {
        var lines = new ArrayBufferWriter<byte>(MostAtOnce);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var count = 0;
            lines.ResetWrittenCount();
            while (lines.WrittenCount < MostAtOnce && _waiting.Reader.TryRead(out var line))
            {
                lines.Write(line);
                count++;
            }

            Write(lines.WrittenSpan, count);
        }
    }

    private void Write(ReadOnlySpan<byte> lines, int count)
    {
        try
        {
            _target.Write(lines);
            Interlocked.Add(ref _written, count);
            _fails = false;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Interlocked.Add(ref _dropped, count);
            if (!_fails)
            {
                _log($"The access log cannot be written, lines are dropped until it can be: {failure.Message}");
            }

            _fails = true;
        }
    }
}
