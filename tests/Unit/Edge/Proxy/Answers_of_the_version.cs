using EdgeInfra.Model;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class Answers_of_the_version
{
    private static readonly ResponseObject Sorry = new()
    {
        Name = "sorry", Status = 451, Response = "Not here", ContentType = "text/plain; charset=utf-8", Content = "Gr\u00fc\u00dfe\r\n",
    };

    [Fact]
    public async Task Are_given_instead_of_asking_an_origin()
    {
        await using var origin = Origin.Answering("site");
        await using var edge = await Serving(origin, Sorry with { RequestCondition = "is-secret" });

        var answer = await edge.Get("/secret");

        Assert.Equal("HTTP/1.1 451 Not here", answer.Line);
        Assert.Equal("text/plain; charset=utf-8", answer["Content-Type"]);
        Assert.Equal("Gr\u00c3\u00bc\u00c3\u009fe\r\n", answer.Body); // its bytes: UTF-8
        Assert.Equal("9", answer["Content-Length"]);
        Assert.Equal(0, origin.Accepted);
        Assert.Equal("site", (await edge.Get("/")).Body);
    }

    [Fact]
    public async Task Have_no_body_for_a_HEAD()
    {
        await using var origin = Origin.Answering("site");
        await using var edge = await Serving(origin, Sorry with { RequestCondition = "is-secret" });
        using var client = await edge.Client();

        await client.Send("HEAD /secret HTTP/1.1\r\nHost: www.example.com\r\nConnection: close\r\n\r\n");
        var answer = await client.Answer(toHead: true);

        Assert.Equal("9", answer["Content-Length"]);
        Assert.Equal("", await client.ReadToEnd());
    }

    [Fact]
    public async Task Replace_what_an_origin_said()
    {
        await using var origin = Origin.Answering(request => request.Target == "/gone"
            ? "HTTP/1.1 404 Not Found\r\nX-Secret: 1\r\nContent-Length: 4\r\n\r\nlost" : "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nsite");
        await using var edge = await Serving(origin, Sorry with { CacheCondition = "is-lost" });
        using var client = await edge.Client();

        await client.Send("GET /gone HTTP/1.1\r\nHost: www.example.com\r\n\r\n");
        var replaced = await client.Answer();
        await client.Send("GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n");

        Assert.Equal((451, null), (replaced.Status, replaced["X-Secret"]));
        Assert.Equal("Gr\u00c3\u00bc\u00c3\u009fe\r\n", replaced.Body);
        Assert.Equal("site", (await client.Answer()).Body);
    }

    [Fact]
    public async Task May_be_changed_by_rules_for_the_client()
    {
        await using var origin = Origin.Answering("site");
        await using var edge = await Serving(origin, Sorry with { RequestCondition = "is-secret" }, version => version with
        {
            Headers = [new Header { Name = "r", Type = "response", Action = "set", Dst = "http.X-Was", Src = "resp.status \" \" resp.response" }],
        });

        Assert.Equal("451 Not here", (await edge.Get("/secret"))["X-Was"]);
    }

    private static Task<EdgeUnderTest> Serving(Origin origin, ResponseObject answer, Func<ServiceVersion, ServiceVersion>? change = null)
    {
        var version = EdgeUnderTest.Version(EdgeUnderTest.At(origin)) with
        {
            ResponseObjects = [answer],
            Conditions =
            [
                new Condition { Name = "is-secret", Type = "REQUEST", Statement = "req.url.path == \"/secret\"" },
                new Condition { Name = "is-lost", Type = "CACHE", Statement = "beresp.status == 404 && bereq.url ~ \"gone\"" },
            ],
        };
        return EdgeUnderTest.Serving(change?.Invoke(version) ?? version);
    }
}
