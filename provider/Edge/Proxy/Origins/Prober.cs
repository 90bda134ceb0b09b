using System.Buffers;
using System.IO.Pipelines;
using EdgeInfra.Edge.Proxy.Http;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>Asks one origin again and again whether it is well. The first probe goes out at once; requests in the meantime see what is assumed.</summary>
internal sealed class Prober : IDisposable
{
    private readonly HealthProbe _probe;
    private readonly OriginIdentity _identity;
    private readonly OriginDialer _dialer;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;
    private readonly HealthWindow _window;
    private readonly CancellationTokenSource _stopped = new();

    public Prober(OriginIdentity identity, HealthProbe probe, NameResolver names, TimeProvider time, Action<string> log)
    {
        (_identity, _probe, _time, _log) = (identity, probe, time, log);
        _dialer = new OriginDialer(identity, names, time);
        _window = new HealthWindow(probe.Window, probe.Threshold, probe.Initial);
    }

    public bool IsHealthy => _window.IsHealthy;

    public void Start() => _ = Task.Run(ProbeForever);

    public void Dispose() => _stopped.Cancel();

    private async Task ProbeForever()
    {
        try
        {
            while (true)
            {
                // From the beginning of one probe to the beginning of the next, however long it takes.
                var next = Task.Delay(_probe.Interval, _time, _stopped.Token);
                var before = _window.IsHealthy;
                _window.Add(await Succeeds());
                if (_window.IsHealthy != before)
                {
                    _log($"{_identity} is {(before ? "sick" : "healthy")}: {_window}");
                }

                await next;
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped: no configuration names it any more.
        }
    }

    private async Task<bool> Succeeds()
    {
        using var limit = new CancellationTokenSource(_probe.Timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopped.Token);
        try
        {
            using var connection = await _dialer.Dial(_probe.Timeout, both.Token);
            await using var abort = both.Token.UnsafeRegister(static aborted => ((OriginConnection)aborted!).Abort(), connection);
            return await Ask(connection) == _probe.ExpectedStatus && !both.IsCancellationRequested;
        }
        catch (Exception failure) when (failure is OriginException or OperationCanceledException && !_stopped.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<int> Ask(OriginConnection connection)
    {
        var exchange = connection.Exchange;
        WriteRequest(exchange.Begin(ExchangeLimits.None));
        await exchange.SendHead(isAll: true);
        var head = await exchange.ReadHead(_probe.Method == "HEAD");
        await Drain(exchange);
        return head.Status;
    }

    // The status has arrived; an origin that then ends its body badly is well enough. Without this its last bytes would meet a reset.
    private static async Task Drain(OriginExchange exchange)
    {
        try
        {
            await exchange.ReadBody(PipeWriter.Create(Stream.Null));
        }
        catch (OriginException)
        {
            return;
        }
    }

    private void WriteRequest(ArrayBufferWriter<byte> output)
    {
        RequestHead.Text(output, $"{_probe.Method} {_probe.Path} HTTP/{_probe.HttpVersion}\r\n");
        RequestHead.Line(output, "Host", _probe.Host);
        if (!_probe.Headers.Any(line => line.StartsWith("User-Agent:", StringComparison.OrdinalIgnoreCase)))
        {
            RequestHead.Line(output, "User-Agent", "Varnish/fastly (healthcheck)"); // as Fastly's, origins let it through by this name
        }

        foreach (var line in _probe.Headers)
        {
            RequestHead.Text(output, line + "\r\n");
        }

        output.Write("Connection: close\r\n\r\n"u8);
    }
}
