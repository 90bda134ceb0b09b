using EdgeInfra.Edge.Proxy;
using EdgeInfra.Edge.Proxy.Origins;
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
        var candidates = new Candidates([(Live("a"), 70), (Live("b"), 20), (Live("c"), 10)]);

        var drawn = Draw(candidates, 20_000);

        // Five standard deviations of a binomial distribution.
        Assert.InRange(drawn["a"], 14_000 - 325, 14_000 + 325);
        Assert.InRange(drawn["b"], 4_000 - 283, 4_000 + 283);
        Assert.InRange(drawn["c"], 2_000 - 213, 2_000 + 213);
    }

    [Fact]
    public void Gives_the_share_of_a_sick_one_to_the_others()
    {
        var candidates = new Candidates([(Live("a", healthy: false), 70), (Live("b"), 20), (Live("c"), 10)]);

        var drawn = Draw(candidates, 3_000);

        Assert.False(drawn.ContainsKey("a"));
        Assert.InRange(drawn["b"], 2_000 - 130, 2_000 + 130);
    }

    [Fact]
    public void Finds_none_when_all_are_sick() =>
        Assert.Null(new Candidates([(Live("a", healthy: false), 1), (Live("b", healthy: false), 1)]).Pick(new Random(1)));

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

    private static Dictionary<string, int> Draw(Candidates candidates, int times)
    {
        var random = new Random(42);
        return Enumerable.Range(0, times).Select(_ => candidates.Pick(random)!.Origin.Name).CountBy(name => name).ToDictionary();
    }

    private static LiveOrigin Live(string name, bool healthy = true)
    {
        var config = EdgeUnderTest.Config(EdgeUnderTest.Version(new Backend { Name = name, Address = "192.0.2.1" }));
        var origin = config.Services[0].Origins[0];
        var names = NameResolver.OfTheSystem(TimeProvider.System);
        var probe = new HealthProbe("HEAD", "h", "/", "1.1", [], 200, TimeSpan.FromHours(1), TimeSpan.FromSeconds(1), 5, 3, healthy ? 3 : 0);

        // Never started: its health stays what is assumed at first.
        return new LiveOrigin(origin, null!, new Prober(origin.Identity, probe, names, TimeProvider.System, _ => { }));
    }
}
