using EdgeInfra.Model;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

/// <summary>A service whose backend is another service of the same edge.</summary>
public sealed class Services_one_behind_another
{
    [Fact]
    public async Task Serve_a_request_together()
    {
        await using var origin = Origin.Answering(request => $"HTTP/1.1 200 OK\r\nX-Loop: {request["CDN-Loop"]}\r\nContent-Length: 2\r\n\r\nhi");
        var last = EdgeUnderTest.Version(EdgeUnderTest.At(origin));
        await using var edge = await EdgeUnderTest.Serving(last);
        edge.Publish(Named("a", "www.example.com", edge, "b.example.com"), last with { ServiceId = "b", Domains = ["b.example.com"] });

        var answer = await edge.Get();

        Assert.Equal((200, "hi", "edgeinfra | edgeinfra"), (answer.Status, answer.Body, answer["X-Loop"]));
    }

    [Fact]
    public async Task Do_not_go_round_for_ever()
    {
        await using var origin = Origin.Answering("hi");
        await using var edge = await EdgeUnderTest.Before(origin);
        edge.Publish(Named("a", "www.example.com", edge, "b.example.com"), Named("b", "b.example.com", edge, "www.example.com"));

        Assert.Equal("HTTP/1.1 503 Loop detected", (await edge.Get()).Line);
    }

    private static ServiceVersion Named(string id, string domain, EdgeUnderTest edge, string behind) => new()
    {
        ServiceId = id, Number = 1, Domains = [domain],
        Backends = [new Backend { Name = "next", Address = "127.0.0.1", Port = edge.Endpoint.Port, OverrideHost = behind }],
    };
}
