using EdgeInfra.Model;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>Which of several backends a request goes to.</summary>
internal static class ChoiceRows
{
    private const int Requests = 600;

    private static readonly Condition Api = new() { Name = "is-api", Type = "REQUEST", Statement = "req.url ~ \"^/api/\"" };

    public static readonly Row[] All =
    [
        new("weight", "default", () => Shares(b => b, 0.5)),
        new("weight", "lowest", () => Shares(b => b with { Weight = 1 }, 0.0099)),
        new("weight", "another", () => Shares(b => b with { Weight = 300 }, 0.75)),
        new("autoLoadbalance", "default", () => Goes(b => b, "/", toFirst: true)),
        new("autoLoadbalance", "true", () => Shares(b => b, 0.5)),
        new("autoLoadbalance", "true beside a condition", () => Goes(b => b with { AutoLoadbalance = true, RequestCondition = Api.Name }, "/", toFirst: true)),
        new("requestCondition", "default", () => Goes(b => b, "/api/", toFirst: true)),
        new("requestCondition", "satisfied", () => Goes(b => b with { RequestCondition = Api.Name }, "/api/", toFirst: false)),
        new("requestCondition", "not satisfied", () => Goes(b => b with { RequestCondition = Api.Name }, "/", toFirst: true)),
        new("healthcheck", "default", () => FirstSeen(null, "GET /")),
        new("healthcheck", "one", () => FirstSeen("alive", "HEAD /healthz")),
        new("healthcheck", "one that assumes nothing", SickAtFirst),
        new("shareKey", "default", () => Probed(null, null, probers: 1)),
        new("shareKey", "one", () => Probed("a", "a", probers: 1)),
        new("shareKey", "two", () => Probed("a", "b", probers: 2)),
    ];

    private static async Task Shares(Func<Backend, Backend> change, double expected)
    {
        await using var one = Origin.Answering("1");
        await using var two = Origin.Answering("2");
        await using var edge = await EdgeUnderTest.Serving(EdgeUnderTest.Version(
            EdgeUnderTest.At(one, b => b with { AutoLoadbalance = true }, "one"),
            EdgeUnderTest.At(two, b => change(b with { AutoLoadbalance = true }), "two")));
        using var client = await edge.Client();
        var twos = 0;
        for (var i = 0; i < Requests; i++)
        {
            await client.Send(Wire.Get);
            twos += (await client.Answer()).Body == "2" ? 1 : 0;
        }

        var deviation = Math.Sqrt(Requests * expected * (1 - expected));
        Assert.InRange(twos, (Requests * expected) - (3 * deviation), (Requests * expected) + (3 * deviation));
    }

    private static async Task Goes(Func<Backend, Backend> change, string path, bool toFirst)
    {
        await using var one = Origin.Answering("first");
        await using var two = Origin.Answering("second");
        await using var edge = await EdgeUnderTest.Serving(
            EdgeUnderTest.Version(EdgeUnderTest.At(one, name: "one"), EdgeUnderTest.At(two, change, "two")) with { Conditions = [Api] });
        Assert.Equal(toFirst ? "first" : "second", (await edge.Get(path)).Body);
    }

    private static async Task FirstSeen(string? healthcheck, string line)
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(Checked(origin, healthcheck, initial: 3));
        var call = origin.Call();
        if (healthcheck is null)
        {
            _ = edge.Ask(Wire.Get);
        }

        Assert.StartsWith(line + " ", (await (await call).Request()).Line, StringComparison.Ordinal);
    }

    // Equal backends with an equal key have one prober.
    private static async Task Probed(string? key, string? otherKey, int probers)
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(EdgeUnderTest.Version(
            EdgeUnderTest.At(origin, b => b with { Healthcheck = "alive", ShareKey = key }, "one"),
            EdgeUnderTest.At(origin, b => b with { Healthcheck = "alive", ShareKey = otherKey }, "two")) with
            {
                Healthchecks = [new Healthcheck { Name = "alive", Host = "probe.example.net", Path = "/healthz" }],
            });
        for (var i = 0; i < probers; i++)
        {
            Assert.Equal("/healthz", (await (await origin.Call()).Request()).Target);
        }

        _ = edge.Ask(Wire.Get);
        Assert.Equal("/", (await (await origin.Call()).Request()).Target);
    }

    private static async Task SickAtFirst()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(Checked(origin, "alive", initial: 0));
        Assert.Equal("HTTP/1.1 503 Backend is unhealthy", (await edge.Ask(Wire.Get)).Line);
    }

    private static ServiceVersion Checked(Origin origin, string? healthcheck, int initial) =>
        EdgeUnderTest.Version(EdgeUnderTest.At(origin, b => b with { Healthcheck = healthcheck })) with
        {
            Healthchecks = [new Healthcheck { Name = "alive", Host = "probe.example.net", Path = "/healthz", Initial = initial }],
        };
}
