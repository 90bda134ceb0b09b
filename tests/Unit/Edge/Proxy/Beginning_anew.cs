using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

/// <summary>Cache settings that throw an answer away and let the request begin anew.</summary>
public sealed class Beginning_anew
{
    [Fact]
    public async Task Goes_elsewhere_when_a_rule_looks_at_how_often_it_has_begun()
    {
        await using var first = Origin.Answering(_ => "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone");
        await using var second = Origin.Answering("here");
        await using var edge = await EdgeUnderTest.Serving(
            EdgeUnderTest.Version(EdgeUnderTest.At(first), EdgeUnderTest.At(second, b => b with { RequestCondition = "again" }, "second")) with
            {
                Conditions =
                [
                    new Condition { Name = "again", Type = "REQUEST", Statement = "req.restarts > 0" },
                    new Condition { Name = "missing", Type = "CACHE", Statement = "beresp.status == 404" },
                ],
                CacheSettings = [new CacheSettings { Name = "retry", Action = "restart", CacheCondition = "missing" }],
            });

        var answer = await edge.Get();

        Assert.Equal((200, "here"), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task Ends_after_three_times_like_Fastly()
    {
        var asked = 0;
        await using var origin = Origin.Answering(_ =>
        {
            asked++;
            return "HTTP/1.1 200 OK\r\nX-Leftover: 1\r\nContent-Length: 2\r\n\r\nhi";
        });
        await using var edge = await Always(origin);

        var answer = await edge.Get();

        Assert.Equal(("HTTP/1.1 503 max restarts", 4), (answer.Line, asked));
        Assert.Null(answer["X-Leftover"]);
    }

    [Fact]
    public async Task Needs_a_body_that_is_still_there()
    {
        await using var origin = Origin.Answering("hi");
        await using var edge = await Always(origin);

        var answer = await edge.Ask("POST / HTTP/1.1\r\nHost: www.example.com\r\nContent-Length: 2\r\n\r\nab");

        Assert.Equal("HTTP/1.1 503 request body cannot be sent again", answer.Line);
    }

    private static Task<EdgeUnderTest> Always(Origin origin) => EdgeUnderTest.Serving(EdgeUnderTest.Version(EdgeUnderTest.At(origin)) with
    {
        CacheSettings = [new CacheSettings { Name = "retry", Action = "restart" }],
    });
}
