using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using EdgeInfra.Edge;
using EdgeInfra.Edge.Bucket;
using EdgeInfra.Edge.Cache;
using EdgeInfra.Edge.Commands;
using EdgeInfra.Edge.Control;
using EdgeInfra.Edge.Proxy;
using EdgeInfra.Edge.Proxy.Front;
using EdgeInfra.Edge.Proxy.Front.Certificates;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Edge.Proxy.Seeing;
using EdgeInfra.Edge.Proxy.Shields;
using EdgeInfra.Edge.Proxy.Traffic;
using EdgeInfra.Edge.Seeing;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Edge.Signing.Credentials;
using Microsoft.AspNetCore.Connections;

InlineSockets.TurnOn(); // before the first socket
if (Environment.GetEnvironmentVariable(Detaching.Mark) is not null)
{
    Posix.StartSession();
}

// Here proxy and control plane meet; neither knows the other.
var traffic = new TrafficCounters();
var process = new ProcessMetrics(TimeProvider.System);
Func<IEnumerable<MetricFamily>> metrics = static () => []; // until a proxy runs
Func<ExplainQuestion, Task<JsonObject>> explain = static _ => Task.FromResult(new JsonObject());
CacheStore? cache = null;
var programs = new Programs(
    Proxy: async (wish, initial, log, cancel) =>
    {
        var certificates = wish.Certificates is { } folder ? Certificates(folder, log) : null;
        var access = AccessLogOf(wish, log);
        var spans = wish.Traces is { } collector ? new SpanExport(collector, TimeProvider.System, log) : null;
        var tracing = spans is null ? null : new Tracing(spans.Add, TimeProvider.System);
        Action<EdgeRequest>? ended = access is null ? null : access.Add;
        ended += tracing is null ? null : tracing.End;
        var proxy = await EdgeProxy.Start(
            new ProxyOptions
            {
                Initial = initial, Log = log, Traffic = traffic, Limits = Limits(wish),
                Probes = ProbeSettings.Default with { AtLoad = wish.ProbesAtLoad },
                Shields = Shields(wish),
                Signers = new OriginSigners(SigningPlatform.OfMachine(TimeProvider.System, log)).For,
                CacheSize = wish.CacheSize,
                FastlyHeaders = wish.FastlyHeaders,
                Front = wish.Front == ProxyWish.Kestrel ? FrontKind.Kestrel : FrontKind.Sockets,
                Begun = tracing is null ? null : Tracing.Begin,
                Ended = ended,
            },
            cancel);
        explain = proxy.Explain;
        cache = proxy.Cache;
        metrics = () => [.. proxy.Metrics, .. access?.Metrics ?? [], .. spans?.Metrics ?? []];
        var reopen = access is null ? null : PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            access.Reopen();
        });
        return new RunningProxy(
            (listener, cancelListen) => Listen(() => proxy.Listen(
                new ListenerOptions(listener.Endpoint)
                {
                    Certificates = listener.IsTls ? certificates : null,
                    Http2Only = listener.IsHttp2Only,
                    ProxyProtocolFrom = listener.ProxyProtocol ? wish.ProxyProtocolFrom : null,
                },
                cancelListen)),
            proxy.Publish,
            proxy.Drain,
            async () =>
            {
                await proxy.DisposeAsync();
                certificates?.Dispose();
                reopen?.Dispose();
                await (access?.DisposeAsync() ?? default);
                await (spans?.DisposeAsync() ?? default);
            });
    },
    Bucket: (wish, listen, cancel) => Listen(async () =>
    {
        var file = wish.Log is null ? null : new BucketLogFile(wish.Log);
        var bucket = await BucketServer.Start(Bucket(wish, listen, file), cancel);
        return new Listening(bucket.Endpoint, bucket.Drain, async () =>
        {
            await bucket.DisposeAsync();
            file?.Dispose();
        });
    }))
{
    Explain = question => explain(question),
    Purges = new CachePurges(() => cache),
    Metrics = () => [.. metrics(), .. process.All],
    Traffic = () => traffic.All.Select(service => new TrafficTotals(service.ServiceId)
    {
        Requests = service.Requests, Errors = service.Errors, BodyBytes = service.BodyBytes,
        Statuses = [.. Enumerable.Range(1, TrafficTotals.Classes).Select(service.Statuses)],
    }),
};
var console = new CommandConsole(Console.Out, Console.Error, TimeProvider.System);
var apiKey = Environment.GetEnvironmentVariable("EDGEINFRA_API_KEY") is { Length: > 0 } key ? key : null;
var secret = Environment.GetEnvironmentVariable("EDGEINFRA_SHIELD_SECRET") is { Length: > 0 } text ? text : null;
var bucketKey = BucketKey.Of(Environment.GetEnvironmentVariable(BucketFlags.AccessVariable), Environment.GetEnvironmentVariable(BucketFlags.SecretVariable));
return await new CommandLine(programs, console, apiKey, secret, bucketKey).Run(args);

static BucketOptions Bucket(BucketWish wish, IPEndPoint listen, BucketLogFile? log) => new()
{
    Root = wish.Root, Name = wish.Name, Listen = listen, Store = wish.Store, Domain = wish.Domain, Region = wish.Region,
    IsPrivate = wish.IsPrivate, MayList = wish.MayList, AccessKey = wish.Key?.Access ?? "", SecretKey = wish.Key?.Secret ?? "",
    Time = wish.Ahead == TimeSpan.Zero ? TimeProvider.System : new OffsetTime(TimeProvider.System, wish.Ahead),
    Log = log is null ? null : log.Add,
};

static async Task<T> Listen<T>(Func<Task<T>> start)
{
    try
    {
        return await start();
    }
    catch (PortTakenException error)
    {
        throw new AddressInUseException(error.Message, error); // what a listener throws that is nobody's own
    }
}

static CertificateFolder Certificates(string folder, Action<string> log)
{
    try
    {
        return CertificateFolder.Open(folder, TimeProvider.System, log);
    }
    catch (CertificateFolderException error)
    {
        throw new Complaint($"--certificates {error.Message}");
    }
}

static AccessLog? AccessLogOf(ProxyWish wish, Action<string> log)
{
    if (wish.AccessLog is not { } file)
    {
        return null;
    }

    try
    {
        IAccessFormat format = wish.AccessFormat == ProxyWish.JsonLines ? new AccessJson() : AccessPattern.Parse(wish.AccessFormat);
        return new AccessLog(
            format, file == "-" ? new AccessStream(Console.OpenStandardOutput()) : new AccessFile(file), TimeProvider.System, log);
    }
    catch (FormatException error)
    {
        throw new Complaint($"--access-log-format {wish.AccessFormat}: {error.Message}", Complaint.WrongInput);
    }
}

static ProxyLimits Limits(ProxyWish wish)
{
    var usual = new ProxyLimits();
    return usual with
    {
        Body = wish.MaxBody,
        Connections = wish.MaxConnections ?? usual.Connections,
        ConnectionsPerClient = wish.MaxConnectionsPerClient,
    };
}

static ShieldOptions Shields(ProxyWish wish)
{
    var alone = new ShieldOptions();
    return alone with
    {
        Place = wish.Place ?? alone.Place,
        Others = wish.Shields.ToDictionary(shield => shield.Place, shield => (shield.Host, shield.Port)),
        Secret = Encoding.UTF8.GetBytes(wish.Secret ?? ""),
    };
}
