using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading.Channels;
using EdgeInfra.Edge.Seeing;

namespace EdgeInfra.Edge.Proxy.Seeing;

/// <summary>Sends spans to a collector, OTLP over HTTP in JSON, a batch at a time. What does not fit the queue, or is not taken, is dropped and counted.</summary>
internal sealed class SpanExport : IAsyncDisposable
{
    private const int MostWaiting = 4096, MostAtOnce = 512;

    // A batch waits this long for company.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Channel<Span> _waiting =
        Channel.CreateBounded<Span>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
    private readonly CancellationTokenSource _ending = new();
    private readonly Uri _endpoint;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;
    private readonly Task _sending;
    private long _sent, _dropped;
    private bool _fails;

    /// <param name="endpoint">Where spans are posted, with its path: usually <c>http://collector:4318/v1/traces</c>.</param>
    public SpanExport(Uri endpoint, TimeProvider time, Action<string> log)
    {
        (_endpoint, _time, _log) = (endpoint, time, log);
        _sending = Task.Run(SendAll);
    }

    public long Dropped => Volatile.Read(ref _dropped);

    public IEnumerable<MetricFamily> Metrics =>
    [
        new MetricFamily("edgeinfra_trace_spans_total", MetricKind.Counter, "Spans that the collector has taken.").Add(Volatile.Read(ref _sent)),
        new MetricFamily("edgeinfra_trace_spans_dropped_total", MetricKind.Counter, "Spans that were lost, as they came too fast or were not taken.").Add(Dropped),
    ];

    public void Add(Span span)
    {
        if (!_waiting.Writer.TryWrite(span))
        {
            Interlocked.Increment(ref _dropped);
        }
    }

    /// <summary>Sends what waits; then no more is taken.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _ending.CancelAsync();
        await _sending;
        _http.Dispose();
        _ending.Dispose();
    }

    private async Task SendAll()
    {
        var batch = new List<Span>(MostAtOnce);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            await Rest();
            batch.Clear();
            while (batch.Count < MostAtOnce && _waiting.Reader.TryRead(out var span))
            {
                batch.Add(span);
            }

            await Send(batch);
        }
    }

    private async Task Rest()
    {
        if (_waiting.Reader.Count < MostAtOnce)
        {
            await Task.Delay(Pause, _time, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Send(List<Span> batch)
    {
        try
        {
            using var body = new ByteArrayContent(Body(batch)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var answer = await _http.PostAsync(_endpoint, body);
            answer.EnsureSuccessStatusCode();
            Interlocked.Add(ref _sent, batch.Count);
            _fails = false;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            Interlocked.Add(ref _dropped, batch.Count);
            if (!_fails)
            {
                _log($"Traces are dropped until {_endpoint.GetLeftPart(UriPartial.Path)} takes them: {failure.Message}");
            }

            _fails = true;
        }
    }

    private static byte[] Body(List<Span> batch)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("resourceSpans");
            json.WriteStartObject();
            json.WriteStartObject("resource");
            json.WriteStartArray("attributes");
            Span.Attribute(json, "service.name", "stringValue", "edgeinfra-edge");
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartArray("scopeSpans");
            json.WriteStartObject();
            json.WriteStartArray("spans");
            batch.ForEach(span => span.Write(json));
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
