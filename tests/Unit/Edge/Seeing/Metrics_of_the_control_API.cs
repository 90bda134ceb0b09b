using EdgeInfra.Edge.Seeing;
using Unit.Edge.Control;

namespace Unit.Edge.Seeing;

public sealed class Metrics_of_the_control_API
{
    private static IEnumerable<MetricFamily> Two =>
        [new MetricFamily("requests_total", MetricKind.Counter, "Requests.").Add(1, ("service", "one")).Add(2, ("service", "two"))];

    [Fact]
    public async Task Are_text_and_JSON_of_the_same_figures()
    {
        await using var edge = await ControlUnderTest.Start(change: options => options with { Metrics = () => Two });
        var text = await edge.Get("/metrics");
        Assert.Equal((200, 2), (text.Status, PrometheusText.Read(text.Body).Count));
        var json = (await edge.Get("/metrics/json")).Expect(200);
        Assert.Equal(2, (int)json["requests_total"]!["samples"]![1]!["value"]!);
        Assert.Equal("two", (string)json["requests_total"]!["samples"]![1]!["labels"]!["service"]!);
    }

    [Fact]
    public async Task Need_a_token_unless_the_operator_opens_them()
    {
        await using var closed = await ControlUnderTest.Start(change: options => options with { Metrics = () => Two });
        Assert.Equal(401, (await closed.With("GET", "/metrics", ("Fastly-Key", "nobody"))).Status);
        await using var open = await ControlUnderTest.Start(change: options => options with { Metrics = () => Two, OpensMetrics = true });
        Assert.Equal(200, (await open.With("GET", "/metrics", ("Fastly-Key", "nobody"))).Status);
        Assert.Equal(401, (await open.With("GET", "/metrics/json", ("Fastly-Key", "nobody"))).Status);
    }

    [Fact]
    public async Task Tell_a_limited_token_about_its_services_only()
    {
        var id = "";
        await using var edge = await ControlUnderTest.Start(change: options => options with
        {
            Metrics = () => [new MetricFamily("x_total", MetricKind.Counter, "X.").Add(1, ("service", id)).Add(2, ("service", "two"))],
        });
        id = await edge.Service();
        var limited = await edge.NewToken($"name=few&services[]={id}&scope=global:read");
        var text = await edge.With("GET", "/metrics", ("Fastly-Key", limited));
        Assert.Equal($"x_total{{service=\"{id}\"}}", Assert.Single(PrometheusText.Read(text.Body).Keys));
    }
}
