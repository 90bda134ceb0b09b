using EdgeInfra.Edge.Proxy;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class Request_settings
{
    private static readonly RequestSettings Plain = new() { Name = "settings" };

    [Fact]
    public async Task Send_plain_requests_to_TLS_with_the_same_target()
    {
        await using var origin = Origin.Answering("site");
        await using var edge = await Serving(origin, Plain with { ForceSsl = true, DefaultHost = "bucket.example.net", RequestCondition = "c" });

        var answer = await edge.Get("/a%20b?x=1", headers: "X-Go: 1\r\n");

        Assert.Equal("HTTP/1.1 301 Moved Permanently", answer.Line);
        Assert.Equal("https://www.example.com/a%20b?x=1", answer["Location"]);
        Assert.Equal("", answer.Body);
        Assert.Equal(0, origin.Accepted);
        Assert.Equal("site", (await edge.Get()).Body);
    }

    [Theory]
    [InlineData(null, "192.0.2.1, 127.0.0.1")]
    [InlineData("append", "192.0.2.1, 127.0.0.1")]
    [InlineData("append_all", "192.0.2.1, 127.0.0.1")]
    [InlineData("leave", "192.0.2.1")]
    [InlineData("clear", null)]
    [InlineData("overwrite", "127.0.0.1")]
    public async Task Decide_what_the_origin_learns_of_the_clients_address(string? xff, string? expected) =>
        Assert.Equal(expected, (await Seen(Plain with { Xff = xff }, "X-Forwarded-For: 192.0.2.1\r\n"))["X-Forwarded-For"]);

    [Theory]
    [InlineData("append", "127.0.0.1")]
    [InlineData("leave", null)]
    [InlineData("clear", null)]
    public async Task Invent_no_address_before(string xff, string? expected) =>
        Assert.Equal(expected, (await Seen(Plain with { Xff = xff }))["X-Forwarded-For"]);

    [Fact]
    public async Task Apply_in_order_of_their_conditions_the_last_one_deciding()
    {
        await using var origin = Origin.Played();
        await using var edge = await Serving(
            origin, Plain with { Xff = "overwrite", RequestCondition = "c" }, Plain with { Name = "all", Xff = "clear" });

        Assert.Equal("127.0.0.1", (await Asked(edge, origin, "X-Go: 1\r\n"))["X-Forwarded-For"]);
        Assert.Null((await Asked(edge, origin, ""))["X-Forwarded-For"]);
    }

    [Fact]
    public async Task Set_the_host_and_the_timer_for_the_origin()
    {
        var seen = await Seen(Plain with { DefaultHost = "bucket.example.net", TimerSupport = true });

        Assert.Equal(("bucket.example.net", "www.example.com"), (seen["Host"], seen["X-Forwarded-Host"]));
        Assert.Matches(@"^S\d+\.\d{6},VS0$", seen["X-Timer"]);
    }

    [Fact]
    public async Task Are_joined_by_a_host_for_requests_that_name_none()
    {
        await using var origin = Origin.Answering(request => $"HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{request["Host"]}");
        await using var named = await EdgeUnderTest.Serving(EdgeUnderTest.Version(EdgeUnderTest.At(origin)) with
        {
            Settings = new Settings { DefaultHost = "www.example.com" },
        });
        await using var unnamed = await EdgeUnderTest.Before(origin);

        Assert.Equal("www.example.com", (await named.Ask("GET / HTTP/1.0\r\n\r\n")).Body);
        Assert.Equal(500, (await unnamed.Ask("GET / HTTP/1.0\r\n\r\n")).Status);
    }

    private static async Task<OriginRequest> Seen(RequestSettings settings, string headers = "")
    {
        await using var origin = Origin.Played();
        await using var edge = await Serving(origin, settings);
        return await Asked(edge, origin, headers);
    }

    private static async Task<OriginRequest> Asked(EdgeUnderTest edge, Origin origin, string headers)
    {
        var asking = edge.Get(headers: headers);
        var call = await origin.Call();
        var seen = await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal(200, (await asking).Status);
        return seen;
    }

    private static Task<EdgeUnderTest> Serving(Origin origin, params RequestSettings[] settings) =>
        EdgeUnderTest.Serving(EdgeUnderTest.Version(EdgeUnderTest.At(origin)) with
        {
            RequestSettings = [.. settings],
            Conditions = [new Condition { Name = "c", Type = "REQUEST", Statement = "req.http.X-Go" }],
        });
}
