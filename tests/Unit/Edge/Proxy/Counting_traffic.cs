using Kit;

namespace Unit.Edge.Proxy;

public sealed class Counting_traffic
{
    [Fact]
    public async Task Knows_requests_statuses_bytes_and_errors_of_a_service()
    {
        await using var origin = Origin.Answering(asked =>
            "HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n\r\n" + (asked.Head.StartsWith("HEAD", StringComparison.Ordinal) ? "" : "hello"));
        await using var edge = await EdgeUnderTest.Before(origin);
        await edge.Get();
        await edge.Get();
        await edge.Ask("HEAD / HTTP/1.1\r\nHost: www.example.com\r\n\r\n");
        await edge.Get(host: "nobody.example.com");
        await edge.Drain(CancellationToken.None); // a request is counted once it has ended

        var counted = Assert.Single(edge.Traffic.All);
        Assert.Equal(("svc", 3, 3, 10, 0), (counted.ServiceId, counted.Requests, counted.Statuses(4), counted.BodyBytes, counted.Errors));
    }

    [Fact]
    public async Task Counts_pages_of_its_own_as_errors_and_survives_an_activation()
    {
        var backend = EdgeUnderTest.Version(new EdgeInfra.Model.Backend { Name = "gone", Address = "127.0.0.1", Port = FreePort.Next() });
        await using var edge = await EdgeUnderTest.Serving(backend);
        var first = await edge.Get();
        edge.Publish(backend with { Number = 2 });
        var second = await edge.Get();
        await edge.Drain(CancellationToken.None);

        var counted = Assert.Single(edge.Traffic.All);
        Assert.Equal((2, 2, 2), (counted.Requests, counted.Errors, counted.Statuses(5)));
        Assert.Equal(first.Body.Length + second.Body.Length, counted.BodyBytes);
    }

    [Fact]
    public async Task Answers_purges_without_asking_an_origin()
    {
        var backend = EdgeUnderTest.Version(new EdgeInfra.Model.Backend { Name = "gone", Address = "127.0.0.1", Port = FreePort.Next() });
        await using var edge = await EdgeUnderTest.Serving(backend);
        var answer = await edge.Ask("PURGE /a?b HTTP/1.1\r\nHost: www.example.com\r\n\r\n");
        Assert.Equal(200, answer.Status);
        Assert.Matches("^\\{ \"status\": \"ok\", \"id\": \"1-\\d+-1\" }$", answer.Body);
    }
}
