using EdgeInfra.Model;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

/// <summary>What answers tell about the node that gave them.</summary>
public sealed class Own_headers
{
    private static readonly string[] Fastlys = ["X-Served-By", "X-Cache", "X-Cache-Hits", "X-Timer"];

    [Fact]
    public async Task Are_left_out_where_nobody_asks()
    {
        await using var origin = Origin.Answering("hi");
        await using var edge = await EdgeUnderTest.Before(origin);

        var answer = await edge.Get();

        Assert.Equal("1.1 edgeinfra", answer["Via"]);
        Assert.All([.. Fastlys, "Server-Timing"], name => Assert.Null(answer[name]));
    }

    [Theory]
    [InlineData("Edge-Debug")]
    [InlineData("Fastly-Debug")]
    public async Task Are_one_line_for_who_asks(string header)
    {
        await using var origin = Origin.Answering("hi");
        await using var edge = await EdgeUnderTest.Before(origin);

        var answer = await edge.Get(headers: $"{header}: 1\r\n");

        Assert.Matches("^cache;desc=MISS, edge;desc=\"cache-.+-EDG\";dur=[0-9.]+$", answer["Server-Timing"]);
        Assert.All(Fastlys, name => Assert.Null(answer[name]));
    }

    [Fact]
    public async Task Have_Fastlys_names_where_the_edge_was_started_so_and_one_entry_for_each_node()
    {
        await using var origin = Origin.Answering("hi");
        var version = Shielded_origins.Version(origin);
        await using var shield = await Shielded_origins.Shield(version, fastlyHeaders: true);
        await using var edge = await Shielded_origins.EdgeBefore(shield, version, fastlyHeaders: true);

        var answer = await edge.Get();
        var debugged = await edge.Get(headers: "Fastly-Debug: 1\r\n");

        Assert.Matches("^cache-.+-AMS, cache-.+-FRA$", answer["X-Served-By"]);
        Assert.Equal(("MISS, MISS", "0, 0"), (answer["X-Cache"], answer["X-Cache-Hits"]));
        Assert.Matches(@"^S\d+\.\d{6},VS0,VE\d+$", answer["X-Timer"]);
        Assert.Null(answer["Fastly-Debug-Path"]);
        Assert.Matches(@"^\(D cache-.+-AMS \d+\) \(F .+\), \(D cache-.+-FRA \d+\)", debugged["Fastly-Debug-Path"]);
        Assert.NotNull(debugged["Fastly-Debug-TTL"]);
    }

    [Fact]
    public async Task Are_on_answers_of_the_edge_too_and_rules_may_take_them_off()
    {
        await using var origin = Origin.Answering("hi");
        var rule = new Header { Name = "r", Action = "delete", Type = "response", Dst = "http.X-Timer" };
        await using var edge = await EdgeUnderTest.Serving(
            EdgeUnderTest.Version(EdgeUnderTest.At(origin)) with
            {
                Headers = [rule], CacheSettings = [new CacheSettings { Name = "again", Action = "restart" }],
            },
            fastlyHeaders: true);

        var answer = await edge.Get();

        Assert.Equal((503, "MISS"), (answer.Status, answer["X-Cache"]));
        Assert.Null(answer["X-Timer"]);
    }
}
