using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using EdgeInfra.Edge.Proxy.Seeing;
using Kit;
using Unit.Edge.Proxy;
using Origin = Kit.Origin;

namespace Unit.Edge.Seeing;

public sealed class Traces
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c", Parent = "b7ad6b7169203331";

    [Fact]
    public async Task Go_on_at_the_origin_below_a_span_of_the_edge()
    {
        var (asked, spans) = await Visit($"traceparent: 00-{Trace}-{Parent}-01\r\ntracestate: a=b\r\n");
        var span = Assert.Single(spans);
        Assert.Equal((Trace, Parent, 200), (span.Self.TraceId, span.Parent, span.Status));
        Assert.NotEqual(Parent, span.Self.SpanId);
        Assert.Equal($"00-{Trace}-{span.Self.SpanId}-01", asked["traceparent"]);
        Assert.Equal("a=b", asked["tracestate"]);
    }

    [Fact]
    public async Task That_nobody_samples_pass_and_are_not_exported()
    {
        var (asked, spans) = await Visit($"traceparent: 00-{Trace}-{Parent}-00\r\n");
        Assert.Matches($"^00-{Trace}-[0-9a-f]{{16}}-00$", asked["traceparent"]);
        Assert.Empty(spans);
    }

    [Theory]
    [InlineData("")]
    [InlineData("traceparent: 00-00000000000000000000000000000000-b7ad6b7169203331-01\r\n")]
    [InlineData("traceparent: 00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01\r\n")]
    [InlineData("traceparent: ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\n")]
    [InlineData("traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x\r\n")]
    [InlineData("traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\ntraceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203332-01\r\n")]
    public async Task Begin_anew_where_there_is_none_or_one_that_is_malformed(string headers)
    {
        var (asked, spans) = await Visit(headers + "tracestate: a=b\r\n");
        var span = Assert.Single(spans);
        Assert.Null(span.Parent);
        Assert.NotEqual(Trace, span.Self.TraceId);
        Assert.Equal($"{span.Self}", asked["traceparent"]);
        Assert.Null(asked["tracestate"]);
    }

    [Fact]
    public async Task Are_posted_in_OTLP_and_counted_as_lost_when_nobody_takes_them()
    {
        var (_, spans) = await Visit("");
        await using (var collector = Origin.Played())
        {
            var export = new SpanExport(new Uri($"http://127.0.0.1:{collector.Port}/v1/traces"), TimeProvider.System, _ => { });
            export.Add(spans.First());
            var end = export.DisposeAsync();
            var call = await collector.Call();
            var posted = await call.Request();
            await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            await end;
            Assert.Equal(0, export.Dropped);
            var span = JsonNode.Parse(posted.Body)!["resourceSpans"]![0]!["scopeSpans"]![0]!["spans"]![0]!;
            Assert.Equal((spans.First().Self.SpanId, 2), ((string?)span["spanId"], (int)span["kind"]!));
        }

        var log = new RunningLog();
        var lost = new SpanExport(new Uri($"http://127.0.0.1:{FreePort.Next()}/v1/traces"), TimeProvider.System, log.Add);
        lost.Add(spans.First());
        await lost.DisposeAsync();
        Assert.Equal(1, lost.Dropped);
        Assert.Single(log.Lines);
    }

    private static async Task<(OriginRequest Asked, ConcurrentQueue<Span> Spans)> Visit(string headers)
    {
        var (asked, spans) = ((OriginRequest?)null, new ConcurrentQueue<Span>());
        await using var origin = Origin.Answering(request =>
        {
            asked = request;
            return "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        });
        var tracing = new Tracing(spans.Enqueue, TimeProvider.System);
        await using var edge = await EdgeUnderTest.Serving(EdgeUnderTest.Version(EdgeUnderTest.At(origin)), begun: Tracing.Begin, ended: tracing.End);
        await edge.Get(headers: headers);
        await edge.Drain(CancellationToken.None);
        return (asked!, spans);
    }
}
