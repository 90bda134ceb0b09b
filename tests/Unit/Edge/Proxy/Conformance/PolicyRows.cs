using EdgeInfra.Model;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>The policy as an origin sees it; all it can say has tests of its own in Policies.</summary>
internal static class PolicyRows
{
    public static Row[] All { get; } =
    [
        new("policy", "default", () => Asked(null, "/a%c3/../b+?x", "/a%c3/../b+?x")),
        new("policy", "prefix and index", () => Asked(new OriginPolicy { PathPrefix = "/b", DirectoryIndex = "i.html" }, "/a+/", "/b/a%2B/i.html")),
        new("policy", "no query", () => Asked(new OriginPolicy { Query = "drop", QueryParameters = ["v"] }, "/a?x&v=1", "/a?v=1")),
    ];

    private static async Task Asked(OriginPolicy? policy, string url, string expected)
    {
        await using var origin = Origin.Answering(request => $"HTTP/1.1 200 OK\r\nContent-Length: {request.Target.Length}\r\n\r\n{request.Target}");
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { Policy = policy });

        Assert.Equal(expected, (await edge.Get(url)).Body);
    }
}
