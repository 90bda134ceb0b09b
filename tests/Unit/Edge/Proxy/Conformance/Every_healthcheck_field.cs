using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>The table of healthcheck fields, as an origin sees its probes and a client what comes of them.</summary>
public sealed class Every_healthcheck_field
{
    private const string Good = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private static readonly Healthcheck Alive = new() { Name = "alive", Host = "probe.example.net", Path = "/healthz" };

    private static readonly Row[] All =
    [
        new("name", "plain", () => Probe(Alive, "HEAD /healthz HTTP/1.1")),
        new("name", "of any signs", () => Probe(Alive with { Name = "ü \"x\"" }, "HEAD /healthz HTTP/1.1")),
        new("name", "the longest", () => Probe(Alive with { Name = new string('n', 255) }, "HEAD /healthz HTTP/1.1")),
        new("host", "plain", () => Header(Alive, "Host", "probe.example.net")),
        new("host", "with a port", () => Header(Alive with { Host = "p.example.net:8080" }, "Host", "p.example.net:8080")),
        new("host", "address", () => Header(Alive with { Host = "192.0.2.1" }, "Host", "192.0.2.1")),
        new("path", "plain", () => Probe(Alive, "HEAD /healthz HTTP/1.1")),
        new("path", "shortest", () => Probe(Alive with { Path = "/" }, "HEAD / HTTP/1.1")),
        new("path", "with a query", () => Probe(Alive with { Path = "/a%20b?c=d" }, "HEAD /a%20b?c=d HTTP/1.1")),
        new("method", "default", () => Probe(Alive, "HEAD /healthz HTTP/1.1")),
        new("method", "GET", () => Probe(Alive with { Method = "GET" }, "GET /healthz HTTP/1.1")),
        new("method", "OPTIONS", () => Probe(Alive with { Method = "OPTIONS" }, "OPTIONS /healthz HTTP/1.1")),
        new("httpVersion", "default", () => Probe(Alive, "HEAD /healthz HTTP/1.1")),
        new("httpVersion", "1.0", () => Probe(Alive with { HttpVersion = "1.0" }, "HEAD /healthz HTTP/1.0")),
        new("httpVersion", "1.1", () => Probe(Alive with { HttpVersion = "1.1" }, "HEAD /healthz HTTP/1.1")),
        new("headers", "default", () => Header(Alive, "User-Agent", "Varnish/fastly (healthcheck)")),
        new("headers", "one", () => Header(Alive with { Headers = ["X-Probe: yes"] }, "X-Probe", "yes")),
        new("headers", "two, one of them the edge's", () => Header(Alive with { Headers = ["User-Agent: me", "A: b"] }, "User-Agent", "me")),
        new("comment", "default", () => Probe(Alive, "HEAD /healthz HTTP/1.1")),
        new("comment", "some", () => Probe(Alive with { Comment = "note" }, "HEAD /healthz HTTP/1.1")),
        new("comment", "lines", () => Probe(Alive with { Comment = "a\r\nX-Evil: 1" }, "HEAD /healthz HTTP/1.1")),
        new("expectedResponse", "default", () => Turns(OneProbe, [200], "healthy")),
        new("expectedResponse", "another", () => Turns(OneProbe with { ExpectedResponse = 404 }, [404], "healthy")),
        new("expectedResponse", "not met", () => Turns(OneProbe with { ExpectedResponse = 204, Initial = 1 }, [200], "sick")),
        new("expectedResponses", "default", () => Turns(OneProbe with { Initial = 1 }, [204], "sick")),
        new("expectedResponses", "one", () => Turns(OneProbe with { ExpectedResponses = ["204"] }, [204], "healthy")),
        new("expectedResponses", "a class", () => Turns(OneProbe with { ExpectedResponses = ["3xx"] }, [399], "healthy")),
        new("window", "default", () => Turns(Alive, [500, 500, 500], "sick: 2 of the last 5")),
        new("window", "smallest", () => Turns(OneProbe with { Initial = 1 }, [500], "sick: 0 of the last 1")),
        new("window", "another", () => Turns(Alive with { Window = 4 }, [500, 500], "sick: 2 of the last 4")),
        new("threshold", "default", () => Turns(Alive with { Initial = 2 }, [200], "healthy: 3 of the last 5 probes succeeded, 3 must")),
        new("threshold", "smallest", () => Turns(Alive with { Threshold = 1, Initial = 0 }, [200], "healthy: 1 of the last 5 probes succeeded, 1 must")),
        new("threshold", "the whole window", () => Turns(Alive with { Threshold = 5, Initial = 5 }, [500], "sick: 4 of the last 5 probes succeeded, 5 must")),
        new("initial", "default", () => AtFirst(Alive, 200)),
        new("initial", "none", () => AtFirst(Alive with { Initial = 0 }, 503)),
        new("initial", "one below the threshold", () => AtFirst(Alive with { Initial = 2 }, 503)),
        new("initial", "the whole window", () => AtFirst(Alive with { Initial = 5 }, 200)),
        new("timeout", "default", () => TooLate(OneProbe with { Initial = 1 }, 500)),
        new("timeout", "another", () => TooLate(OneProbe with { Initial = 1, Timeout = 70 }, 70)),
        new("timeout", "long", () => TooLate(OneProbe with { Initial = 1, Timeout = 4_999 }, 4_999)),
        new("checkInterval", "default", () => Again(Alive, 5_000)),
        new("checkInterval", "shortest", () => Again(Alive with { CheckInterval = 1_000 }, 1_000)),
        new("checkInterval", "longest", () => Again(Alive with { CheckInterval = 3_600_000 }, 3_600_000)),
    ];

    private static Healthcheck OneProbe => Alive with { Window = 1, Threshold = 1, Initial = 0 };

    public static TheoryData<string, string> Rows => Every_backend_field.Data(All);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Is_obeyed(string field, string value) => All.Single(row => row.Field == field && row.Value == value).Holds();

    [Fact]
    public void Has_three_rows() =>
        Assert.Equal(
            Healthcheck.Fields.Select(field => field.Name).Order(StringComparer.Ordinal),
            All.GroupBy(row => row.Field).Where(rows => rows.Count() >= 3).Select(rows => rows.Key).Order(StringComparer.Ordinal));

    private static async Task Probe(Healthcheck check, string line) => Assert.Equal(line, (await FirstProbe(check)).Line);

    private static async Task Header(Healthcheck check, string name, string value) => Assert.Equal(value, (await FirstProbe(check))[name]);

    private static async Task<OriginRequest> FirstProbe(Healthcheck check)
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(Version(origin, check), new ManualTime());
        var probe = await (await origin.Call()).Request();
        Assert.Equal("close", probe["Connection"]);
        Assert.Null(probe["X-Evil"]);
        return probe;
    }

    // The probes get these statuses, one after the other; the last one turns the health over.
    private static async Task Turns(Healthcheck check, int[] statuses, string said)
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(Version(origin, check), time);
        for (var i = 0; i < statuses.Length; i++)
        {
            Assert.Empty(edge.Log);
            time.Advance(i == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(check.CheckInterval));
            var probe = await origin.Call();
            await probe.Request();
            await probe.Send($"HTTP/1.1 {statuses[i]} X\r\nContent-Length: 0\r\n\r\n");
            await probe.Closed();
        }

        await edge.Logged("is " + said);
    }

    private static async Task AtFirst(Healthcheck check, int status)
    {
        await using var origin = Origin.Answering(request => request.Target == "/" ? Good : ""); // probes hang
        await using var edge = await EdgeUnderTest.Serving(Version(origin, check), new ManualTime());
        Assert.Equal(status, (await edge.Get()).Status);
    }

    private static async Task TooLate(Healthcheck check, int timeout)
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(Version(origin, check), time);
        var probe = await origin.Call();
        await probe.Request();
        time.Advance(TimeSpan.FromMilliseconds(timeout - 1));
        Assert.Empty(edge.Log);
        time.Advance(Wire.Millisecond);
        await probe.Closed();
        await edge.Logged("is sick");
    }

    private static async Task Again(Healthcheck check, int interval)
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(Version(origin, check), time);
        var first = await origin.Call();
        await first.Request();
        await first.Send(Good);
        await first.Closed();
        time.Advance(TimeSpan.FromMilliseconds(interval - 1));
        Assert.Equal(1, origin.Accepted);
        time.Advance(Wire.Millisecond);
        await (await origin.Call()).Request();
    }

    private static ServiceVersion Version(Origin origin, Healthcheck check) =>
        EdgeUnderTest.Version(EdgeUnderTest.At(origin, backend => backend with { Healthcheck = check.Name })) with { Healthchecks = [check] };
}
