using EdgeInfra.Edge.Seeing;
using EdgeInfra.Model;
using Kit;
using Unit.Edge.Proxy;
using Origin = Kit.Origin;

namespace Unit.Edge.Seeing;

public sealed class Metrics
{
    [Fact]
    public async Task Tell_what_a_service_answered_and_what_its_backend_did()
    {
        await using var origin = Origin.Answering(_ => "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        await using var edge = await EdgeUnderTest.Before(origin);
        await edge.Get();
        await edge.Get();
        await edge.Drain(CancellationToken.None);

        var read = PrometheusText.Read(MetricText.Write(edge.Metrics));
        Assert.Equal(2, read["""edgeinfra_requests_total{service="svc",class="2xx"}"""]);
        Assert.Equal(0, read["""edgeinfra_requests_total{service="svc",class="5xx"}"""]);
        Assert.Equal(10, read["""edgeinfra_response_body_bytes_total{service="svc"}"""]);
        Assert.Equal(2, read["""edgeinfra_backend_attempts_total{service="svc",backend="origin"}"""]);
        Assert.Equal(2, read["""edgeinfra_backend_first_byte_seconds_count{service="svc",backend="origin"}"""]);
        Assert.Equal(2, read["""edgeinfra_backend_first_byte_seconds_bucket{service="svc",backend="origin",le="+Inf"}"""]);
        Assert.Equal(1, read["""edgeinfra_backend_connections{service="svc",backend="origin",state="idle"}"""]);
        Assert.Equal(1, read["""edgeinfra_backend_healthy{service="svc",backend="origin"}"""]);
        Assert.Equal(1, read["""edgeinfra_service_version{service="svc"}"""]);
    }

    [Fact]
    public async Task Tell_who_is_connected_to_which_listener_and_what_is_in_flight()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        var other = await edge.Listen(listener => listener);
        using var idle = await RawClient.Connect(other);
        await idle.Send("G");
        var asking = edge.Get();
        var call = await origin.Call();
        await call.Request();

        var now = Now();
        Assert.Equal(1, now["""edgeinfra_requests_in_flight{service="svc"}"""]);
        Assert.Equal(1, now[$"edgeinfra_client_connections{{listener=\"{edge.Endpoint}\"}}"]);
        while (Now()[$"edgeinfra_client_connections{{listener=\"{other}\"}}"] == 0)
        {
            await Task.Yield(); // it is accepted when the listener comes to it
        }

        await call.Send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal(200, (await asking).Status);
        while (Now()["""edgeinfra_requests_in_flight{service="svc"}"""] != 0)
        {
            await Task.Yield(); // a request ends once its answer is sent
        }

        Dictionary<string, double> Now() => PrometheusText.Read(MetricText.Write(edge.Metrics));
    }

    [Fact]
    public async Task Tell_the_cause_of_failures_and_the_number_of_swaps()
    {
        var version = EdgeUnderTest.Version(new Backend { Name = "gone", Address = "127.0.0.1", Port = FreePort.Next() });
        await using var edge = await EdgeUnderTest.Serving(version);
        await edge.Get();
        edge.Publish(version with { Number = 2 });
        edge.Publish(version with { Number = 2 }); // an equal one is no swap
        await edge.Drain(CancellationToken.None);

        var read = PrometheusText.Read(MetricText.Write(edge.Metrics));
        Assert.Equal(1, read["""edgeinfra_backend_failures_total{service="svc",backend="gone",cause="connection_refused"}"""]);
        Assert.Equal(1, read["""edgeinfra_errors_total{service="svc"}"""]);
        Assert.Equal(1, read["edgeinfra_config_swaps_total"]);
        Assert.Equal(2, read["""edgeinfra_service_version{service="svc"}"""]);
    }

    [Fact]
    public void Escape_what_would_end_a_label()
    {
        var family = new MetricFamily("x", MetricKind.Gauge, "A \\ and\na line.").Add(1, ("backend", "a\"b\\c\nd"));
        Assert.Equal("# HELP x A \\\\ and\\na line.\n# TYPE x gauge\nx{backend=\"a\\\"b\\\\c\\nd\"} 1\n", MetricText.Write([family]));
        Assert.Single(PrometheusText.Read(MetricText.Write([family])));
    }

    [Fact]
    public void Of_the_process_have_the_usual_names() =>
        Assert.Contains("process_start_time_seconds", PrometheusText.Read(MetricText.Write(new ProcessMetrics(new ManualTime()).All)));
}
