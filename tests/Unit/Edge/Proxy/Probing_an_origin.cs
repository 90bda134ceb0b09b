using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class Probing_an_origin
{
    private static readonly Healthcheck Alive = new()
    {
        Name = "alive", Host = "probe.example.net", Path = "/healthz?x=1", Method = "GET", Window = 2, Threshold = 2, Initial = 1,
        CheckInterval = 5_000, Timeout = 500, ExpectedResponse = 204, Headers = ["X-Probe: yes"],
    };

    [Fact]
    public async Task Sends_what_the_healthcheck_says_in_Fastlys_name()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(Version(origin, Alive), new ManualTime());

        var seen = await (await origin.Call()).Request();

        Assert.Equal("GET /healthz?x=1 HTTP/1.1", seen.Line);
        Assert.Equal("probe.example.net", seen["Host"]);
        Assert.Equal("Varnish/fastly (healthcheck)", seen["User-Agent"]);
        Assert.Equal("close", seen["Connection"]);
        Assert.Equal("yes", seen["X-Probe"]);
    }

    [Fact]
    public async Task Begins_at_once_and_makes_a_sick_origin_healthy_when_enough_probes_have_succeeded()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(Version(origin, Alive), new ManualTime());

        var probe = await origin.Call();
        await probe.Request();
        Assert.Equal("HTTP/1.1 503 Backend is unhealthy", (await edge.Get()).Line);
        await probe.Send("HTTP/1.1 204 No Content\r\n\r\n");
        await probe.Closed();

        Assert.Equal("ok", await Served(edge, origin));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("garbage\r\n\r\n")]
    [InlineData("")]
    public async Task Makes_a_healthy_origin_sick_when_the_answer_is_another(string answer)
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(Version(origin, Alive with { Initial = 2 }), new ManualTime());

        var probe = await origin.Call();
        await probe.Request();
        await probe.Send(answer);
        probe.Close();

        await edge.Logged("is sick: 1 of the last 2 probes succeeded, 2 must");
        Assert.Equal("HTTP/1.1 503 Backend is unhealthy", (await edge.Get()).Line);
    }

    [Fact]
    public async Task Counts_an_answer_that_comes_too_late_as_none_and_tries_again_after_the_interval()
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(Version(origin, Alive with { Initial = 2 }), time);

        var late = await origin.Call();
        await late.Request();
        time.Advance(TimeSpan.FromMilliseconds(500));
        await late.Closed();
        await edge.Logged("is sick");

        // Two successes in a row fill the window again; each probe begins an interval after the one before.
        foreach (var rest in (int[])[4_500, 5_000])
        {
            time.Advance(TimeSpan.FromMilliseconds(rest - 1));
            var connections = origin.Accepted;
            time.Advance(TimeSpan.FromMilliseconds(1));
            var next = await origin.Call();
            Assert.Equal(connections + 1, origin.Accepted);
            await next.Request();
            await next.Send("HTTP/1.1 204 No Content\r\n\r\n");
            await next.Closed();
        }

        await edge.Logged("is healthy: 2 of the last 2");
        Assert.Equal("ok", await Served(edge, origin));
    }

    [Fact]
    public async Task Goes_on_unchanged_when_a_new_version_keeps_origin_and_healthcheck()
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        var version = Version(origin, Alive with { Initial = 1 });
        await using var edge = await EdgeUnderTest.Serving(version, time);
        var probe = await origin.Call();
        await probe.Request();
        await probe.Send("HTTP/1.1 204 No Content\r\n\r\n");
        await probe.Closed();
        Assert.Equal("ok", await Served(edge, origin));

        // Would be sick again if its health began anew.
        edge.Publish(version with { Number = 2, Backends = [version.Backends[0] with { Weight = 7, FirstByteTimeout = 1_000 }] });

        var connectionsBefore = origin.Accepted;
        Assert.Equal("ok", await Served(edge, origin, again: true));
        Assert.Equal(connectionsBefore, origin.Accepted);
    }

    [Theory]
    [InlineData("204", true)]
    [InlineData("301", true)]
    [InlineData("399", true)]
    [InlineData("200", false)]
    [InlineData("404", false)]
    public async Task Takes_further_statuses_for_a_success(string status, bool success)
    {
        await using var origin = Origin.Played();
        var check = Alive with { Window = 1, Threshold = 1, Initial = success ? 0 : 1, ExpectedResponse = 204, ExpectedResponses = ["301", "3xx"] };
        await using var edge = await EdgeUnderTest.Serving(Version(origin, check), new ManualTime());

        var probe = await origin.Call();
        await probe.Request();
        await probe.Send($"HTTP/1.1 {status} Text\r\nContent-Length: 0\r\n\r\n");

        await edge.Logged(success ? "is healthy" : "is sick");
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Starts_sick_below_the_threshold_and_healthy_at_it(int initial, bool healthy)
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(Version(origin, Alive with { Initial = initial }), new ManualTime());
        var probe = await origin.Call(); // nothing is known yet

        if (healthy)
        {
            Assert.Equal("ok", await Served(edge, origin));
        }
        else
        {
            Assert.Equal(503, (await edge.Get()).Status);
        }
    }

    private OriginCall? _kept;

    private async Task<string> Served(EdgeUnderTest edge, Origin origin, bool again = false)
    {
        // The health is set after the origin's side of the probe has ended; until then the answer is a 503.
        var asking = edge.Get();
        while (!again && await Task.WhenAny(asking, HasCall(origin)) == asking)
        {
            Assert.Equal(503, (await asking).Status);
            asking = edge.Get();
        }

        _kept = again ? _kept! : await HasCall(origin);
        await _kept.Request();
        await _kept.Send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        return (await asking).Body;
    }

    private Task<OriginCall>? _waiting;

    private Task<OriginCall> HasCall(Origin origin) => _waiting ??= origin.Call().AsTask();

    private static ServiceVersion Version(Origin origin, Healthcheck check) =>
        EdgeUnderTest.Version(EdgeUnderTest.At(origin, backend => backend with { Healthcheck = check.Name })) with { Healthchecks = [check] };
}
