using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using EdgeInfra.Edge.Proxy.Http;
using EdgeInfra.Edge.Proxy.Policies;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>
/// Asks one origin again and again whether it is well, each of its addresses by itself; the origin is while one of them is. The first probe goes
/// out at once; requests in the meantime see what is assumed.
/// </summary>
internal sealed class Prober : IDisposable
{
    private const int MostAddresses = 16; // as Fastly

    // Less than the shortest interval: each probe looks the name up again, probers of one name at the same time together.
    private static readonly TimeSpan FreshName = TimeSpan.FromMilliseconds(500);

    private readonly HealthProbe _probe;
    private readonly OriginIdentity _identity;
    private readonly OriginDialer _dialer;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;
    private readonly NameResolver _names;
    private readonly ProbeSettings _settings;
    private readonly LivePolicy? _policy;
    private readonly bool _assumed;
    private readonly CancellationTokenSource _stopped = new();
    private ProbedAddress[]? _addresses; // null until the name was looked up
    private int _started;
    private long _succeeded, _failed;

    public Prober(OriginIdentity identity, HealthProbe probe, NameResolver names, ProbeSettings settings, TimeProvider time, Action<string> log,
        LivePolicy? policy = null)
    {
        (_identity, _probe, _names, _settings, _time, _log) = (identity, probe, names, settings, time, log);
        _dialer = new OriginDialer(identity, names, time);
        _assumed = NewWindow().IsHealthy;
        MayDial = IsUsable;
        _policy = policy;
    }

    public bool IsHealthy
    {
        get
        {
            if (Volatile.Read(ref _addresses) is not { } addresses)
            {
                return _assumed;
            }

            foreach (var address in addresses)
            {
                if (address.Window.IsHealthy)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Probes by their outcome, since it was begun.</summary>
    public long Succeeded => Volatile.Read(ref _succeeded);

    public long Failed => Volatile.Read(ref _failed);

    /// <summary>Whether an address is healthy; one that was not probed yet is what is assumed.</summary>
    public Func<IPAddress, bool> MayDial { get; }

    /// <summary>Begins, if it has not begun.</summary>
    public void Start()
    {
        if (Interlocked.Exchange(ref _started, 1) == 0)
        {
            _ = Task.Run(ProbeForever);
        }
    }

    public void Dispose() => _stopped.Cancel();

    private async Task ProbeForever()
    {
        try
        {
            while (true)
            {
                // From the beginning of one probe to the beginning of the next, however long it takes.
                var next = Task.Delay(_settings.Pause(_probe.Interval), _time, _stopped.Token);
                await LookUp();
                await Task.WhenAll(_addresses!.Select(Probe)); // looked up
                await next;
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped: no configuration names it any more.
        }
    }

    // A name that is not resolved leaves no address, so the origin is sick. What was known of an address that stays goes on.
    private async Task LookUp()
    {
        var known = _addresses ?? [];
        using var limit = new CancellationTokenSource(_probe.Timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopped.Token);
        try
        {
            var found = await _names.Resolve(_identity.Address, _identity.PreferIpv6, FreshName, both.Token);
            ProbedAddress[] addresses =
            [
                .. known.Where(one => found.Contains(one.Address)),
                .. found.Distinct().Where(address => !known.Any(one => one.Is(address))).Select(address => new ProbedAddress(address, NewWindow())),
            ];
            Volatile.Write(ref _addresses, addresses.Length > MostAddresses ? addresses[..MostAddresses] : addresses);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && !_stopped.IsCancellationRequested)
        {
            if (known.Length > 0 || _addresses is null)
            {
                _log($"{_identity} is sick: its name cannot be resolved: {failure.Message}");
            }

            Volatile.Write(ref _addresses, []);
        }
    }

    private async Task Probe(ProbedAddress probed)
    {
        var window = probed.Window;
        var before = window.IsHealthy;
        var succeeded = await Succeeds(probed);
        Interlocked.Increment(ref succeeded ? ref _succeeded : ref _failed);
        window.Add(succeeded);
        if (window.IsHealthy != before)
        {
            var which = _identity.Address == probed.Address.ToString() ? "" : $" ({probed.Address})";
            _log($"{_identity}{which} is {(before ? "sick" : "healthy")}: {window}");
        }
    }

    private bool IsUsable(IPAddress address)
    {
        if (Volatile.Read(ref _addresses) is { } addresses)
        {
            foreach (var probed in addresses)
            {
                if (probed.Is(address))
                {
                    return probed.Window.IsHealthy;
                }
            }
        }

        return _assumed;
    }

    private HealthWindow NewWindow() => new(_probe.Window, _probe.Threshold, _probe.Initial);

    private async Task<bool> Succeeds(ProbedAddress probed)
    {
        using var limit = new CancellationTokenSource(_probe.Timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopped.Token);
        try
        {
            if (_policy?.Signer is { } signer && !await signer.Ready(_probe.Timeout, both.Token))
            {
                return false;
            }

            using var connection = await _dialer.Dial(_probe.Timeout, probed.Is, both.Token);
            await using var abort = both.Token.UnsafeRegister(static aborted => ((OriginConnection)aborted!).Abort(), connection);
            return _probe.Expects(await Ask(connection)) && !both.IsCancellationRequested;
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
        var (target, headers) = PolicyProbe.Of(_policy, _probe, _time.GetUtcNow());
        RequestHead.Text(output, $"{_probe.Method} {target} HTTP/{_probe.HttpVersion}\r\n");
        RequestHead.Line(output, "Host", _probe.Host);
        if (!_probe.Headers.Any(line => line.StartsWith("User-Agent:", StringComparison.OrdinalIgnoreCase)))
        {
            RequestHead.Line(output, "User-Agent", "Varnish/fastly (healthcheck)"); // as Fastly's, origins let it through by this name
        }

        foreach (ref readonly var line in headers.Lines)
        {
            RequestHead.Line(output, line.Name, line.Value);
        }

        output.Write("Connection: close\r\n\r\n"u8);
    }
}
