using System.Threading.Channels;
using EdgeInfra.Edge.Proxy;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class Choosing_a_backend
{
    [Fact]
    public async Task Takes_the_default_unless_a_condition_holds_and_of_several_the_last_in_order_of_priority()
    {
        await using var site = Origin.Answering("site");
        await using var api = Origin.Answering("api");
        await using var beta = Origin.Answering("beta");
        await using var edge = await EdgeUnderTest.Serving(EdgeUnderTest.Version(
            EdgeUnderTest.At(beta, b => b with { RequestCondition = "is-beta" }, "beta"),
            EdgeUnderTest.At(site, name: "site"),
            EdgeUnderTest.At(api, b => b with { RequestCondition = "is-api" }, "api")) with
        {
            Conditions =
            [
                new Condition { Name = "is-beta", Type = "REQUEST", Statement = "req.http.X-Beta == \"1\"", Priority = 20 },
                new Condition { Name = "is-api", Type = "REQUEST", Statement = "req.url.path ~ \"^/api/\" && req.method == \"GET\"", Priority = 10 },
            ],
        });

        Assert.Equal("site", (await edge.Get("/")).Body);
        Assert.Equal("api", (await edge.Get("/api/x")).Body);
        Assert.Equal("beta", (await edge.Get("/", headers: "x-beta: 1\r\n")).Body);
        Assert.Equal("beta", (await edge.Get("/api/x", headers: "X-Beta: 1\r\n")).Body);
    }

    [Fact]
    public void Gives_each_its_share_by_weight()
    {
        var drawn = Drawn.From(new Candidates([(Origins.Live("a"), 70), (Origins.Live("b"), 20), (Origins.Live("c"), 10)]), 100_000);

        drawn.Have("a", 0.7);
        drawn.Have("b", 0.2);
        drawn.Have("c", 0.1);
    }

    [Fact]
    public async Task Gives_the_share_of_a_sick_one_to_the_others_until_it_is_healthy_again()
    {
        var (time, log, status) = (new ManualTime(), Channel.CreateUnbounded<string>(), "500 No");
        await using var origin = Origin.Answering(_ => $"HTTP/1.1 {Volatile.Read(ref status)}\r\nContent-Length: 0\r\n\r\n");
        using var prober = Origins.Prober(Origins.Probe, "127.0.0.1", origin.Port, time, log: line => log.Writer.TryWrite(line));
        var candidates = new Candidates([(Origins.With("a", prober), 70), (Origins.Live("b"), 20), (Origins.Live("c"), 10)]);
        prober.Start();

        Assert.Contains("is sick", await log.Reader.ReadAsync(), StringComparison.Ordinal);
        var without = Drawn.From(candidates, 100_000);
        Volatile.Write(ref status, "200 OK");
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("is healthy", await log.Reader.ReadAsync(), StringComparison.Ordinal);
        var with = Drawn.From(candidates, 100_000);

        without.Have("a", 0);
        without.Have("b", 20.0 / 30);
        without.Have("c", 10.0 / 30);
        with.Have("a", 0.7);
        with.Have("b", 0.2);
    }

    [Fact]
    public void Finds_none_when_all_are_sick() =>
        Assert.Null(new Candidates([(Origins.Live("a", healthy: false), 1), (Origins.Live("b", healthy: false), 1)]).Pick(new View(), new Random(1)));

    [Fact]
    public void Takes_no_memory()
    {
        var candidates = new Candidates([(Origins.Live("a"), 2), (Origins.Live("b"), 1)]);
        var byClient = new Candidates([(Origins.Live("a"), 2), (Origins.Live("b"), 1)], GroupKind.ByClient, 75, 5);
        var (view, random) = (new View(), new Random(1));
        candidates.Pick(view, random);
        byClient.Pick(view, random);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            candidates.Pick(view, random);
            byClient.Pick(view, random);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(1, "HTTP/1.1 503 Backend is unhealthy")]
    [InlineData(2, "HTTP/1.1 503 No healthy backends")]
    public async Task Answers_503_when_none_is_healthy(int backends, string line)
    {
        await using var origin = Origin.Played();
        var check = new Healthcheck { Name = "alive", Host = "h", Path = "/", Initial = 0 };
        await using var edge = await EdgeUnderTest.Serving(EdgeUnderTest.Version([.. Enumerable.Range(0, backends).Select(i =>
            EdgeUnderTest.At(origin, b => b with { Healthcheck = "alive", AutoLoadbalance = true }, "b" + i))]) with { Healthchecks = [check] });

        Assert.Equal(line, (await edge.Get()).Line);
    }
}
