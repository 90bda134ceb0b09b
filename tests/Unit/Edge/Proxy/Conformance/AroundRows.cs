using EdgeInfra.Model;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>What stands around a request: shields, and fields that have no effect and say so.</summary>
internal static class AroundRows
{
    public static readonly Row[] All =
    [
        new("shield", "default", () => Hops(null, 1)),
        new("shield", "another place", () => Hops("AMS", 2)),
        new("shield", "this place", () => Hops("FRA", 1)),
        new("shield", "a place nobody knows", () => Hops("nowhere", 1)),
        new("errorThreshold", "default", () => Inert(b => b, null)),
        new("errorThreshold", "lowest", () => Inert(b => b with { ErrorThreshold = 1 }, "EDGE191")),
        new("errorThreshold", "another", () => Inert(b => b with { ErrorThreshold = 3 }, "EDGE191")),
        new("clientCert", "default", () => Inert(b => b, null)),
        new("clientCert", "empty", () => Inert(b => b with { ClientCert = "" }, null)),
        new("clientCert", "some", () => Inert(b => b with { ClientCert = "x" }, "EDGE192")),
    ];

    private static async Task Hops(string? place, int hops)
    {
        await using var origin = Origin.Played();
        var version = EdgeUnderTest.Version(EdgeUnderTest.At(origin) with { Shield = place });
        await using var shield = await Shielded_origins.Shield(version);
        await using var edge = await Shielded_origins.EdgeBefore(shield, version);
        var asking = edge.Ask(Wire.Get);
        var (request, _) = await Wire.Serve(await origin.Call(), asking);
        Assert.Equal(hops, request["Via"]!.Split('|').Length);
    }

    private static async Task Inert(Func<Backend, Backend> change, string? warning)
    {
        Assert.Equal((await Wire.Seen(b => b)).Head, (await Wire.Seen(change)).Head);
        var codes = VersionRules.Check(EdgeUnderTest.Version(change(new Backend { Name = "a", Address = "192.0.2.1" }))).Select(problem => problem.Code);
        Assert.Equal(warning is null ? [] : [warning], codes);
    }
}
