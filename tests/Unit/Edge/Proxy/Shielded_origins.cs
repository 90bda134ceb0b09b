using System.Text;
using EdgeInfra.Edge.Proxy.Shields;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

/// <summary>Two edges with the same version: one is the shield, the other sends its requests there.</summary>
public sealed class Shielded_origins
{
    private static readonly byte[] Secret = "between the places"u8.ToArray();

    private static readonly Header Marks = Set("http.X-Is-Origin", "if(req.backend.is_origin, \"yes\", \"no\")", "fetch");

    [Fact]
    public async Task Are_asked_by_the_shield_for_the_client()
    {
        await using var origin = Origin.Played();
        var version = Version(origin);
        await using var shield = await Shield(version);
        await using var edge = await EdgeBefore(shield, version);

        var asking = edge.Get("/a?b=1", headers: "X-Forwarded-For: 192.0.2.9\r\n");
        var seen = await Answer(await origin.Call());

        Assert.Equal(200, (await asking).Status);
        Assert.Equal(("/a?b=1", "www.example.com", "www.example.com"), (seen.Target, seen["Host"], seen["X-Forwarded-Host"]));
        Assert.Equal(("127.0.0.1", "192.0.2.9, 127.0.0.1"), (seen["Fastly-Client-IP"], seen["X-Forwarded-For"]));
        Assert.Null(seen["Fastly-FF"]);
        Assert.Equal("1.1 edgeinfra | 1.1 edgeinfra", seen["Via"]);
        await edge.Drain(CancellationToken.None); // a request is counted once it has ended
        await shield.Drain(CancellationToken.None);
        Assert.Equal((1, 1), (edge.Traffic.All.Single().Requests, shield.Traffic.All.Single().Requests));
    }

    // Each place draws ids of its own.
    [Fact]
    public async Task Are_known_to_the_shield_by_their_host_whatever_id_their_service_has_there()
    {
        await using var origin = Origin.Played();
        await using var shield = await Shield(Version(origin) with { ServiceId = "other" });
        await using var edge = await EdgeBefore(shield, Version(origin));

        var asking = edge.Get(headers: "X-Forwarded-For: 192.0.2.9\r\n");
        var seen = await Answer(await origin.Call());

        Assert.Equal(200, (await asking).Status);
        Assert.Equal("192.0.2.9, 127.0.0.1", seen["X-Forwarded-For"]); // else the shield would have added the edge
    }

    [Fact]
    public async Task Let_rules_know_which_place_they_are_followed_at()
    {
        await using var origin = Origin.Played();
        var version = Version(origin) with
        {
            Headers = [Marks, Set("http.X-At", "req.http.X-At \"/\" server.datacenter fastly.ff.visits_this_service", "request")],
        };
        await using var shield = await Shield(version);
        await using var edge = await EdgeBefore(shield, version);

        var asking = edge.Get();
        var seen = await Answer(await origin.Call());

        Assert.Equal(200, (await asking).Status);
        Assert.Equal(("/FRA0/AMS1", "yes"), (seen["X-At"], seen["X-Is-Origin"]));
    }

    [Fact]
    public async Task Are_reached_through_a_shield_even_while_they_look_sick_from_here()
    {
        await using var origin = Origin.Answering(request => request.Line.StartsWith("HEAD", StringComparison.Ordinal)
            ? "HTTP/1.1 500 x\r\nContent-Length: 0\r\n\r\n" : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
        var version = Version(origin);
        await using var shield = await Shield(version);
        var watched = version with
        {
            Backends = [version.Backends[0] with { Healthcheck = "alive" }],
            Healthchecks = [new Healthcheck { Name = "alive", Host = "a", Path = "/", Window = 2, Threshold = 2, Initial = 0 }],
        };
        await using var edge = await EdgeBefore(shield, watched);

        Assert.Equal(200, (await edge.Get()).Status);
    }

    [Fact]
    public async Task Are_asked_directly_while_the_shield_cannot_be_reached()
    {
        await using var origin = Origin.Answering(request => Empty(request["X-Is-Origin"]));
        var (version, time) = (Version(origin) with { Headers = [Marks] }, new ManualTime());
        var port = FreePort.Next();
        await using var edge = await EdgeUnderTest.Serving(version, time, shields: Fra($"127.0.0.1:{port}"));

        Assert.Equal("yes", (await edge.Get())["X-Seen"]);
        Assert.Equal("yes", (await edge.Get())["X-Seen"]);
        Assert.Contains("the request goes straight to origin", Assert.Single(edge.Log), StringComparison.Ordinal);

        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("yes", (await edge.Get())["X-Seen"]);
        Assert.Equal(2, edge.Log.Count);
    }

    [Fact]
    public async Task Are_asked_directly_where_nobody_knows_the_shield_or_it_is_here()
    {
        await using var origin = Origin.Answering("hi");
        await using var alone = await EdgeUnderTest.Serving(Version(origin));
        await using var itself = await Shield(Version(origin));

        Assert.Equal(200, (await alone.Get()).Status);
        Assert.Equal(200, (await itself.Get()).Status);
    }

    [Fact]
    public async Task Do_not_travel_between_two_places_that_each_shield_it_elsewhere()
    {
        await using var origin = Origin.Played();
        await using var ams = await EdgeUnderTest.Serving(Version(origin), shields: new ShieldOptions { Place = "AMS", Secret = Secret });
        await using var fra = await EdgeBefore(ams, Version(origin));
        var back = Version(origin) with { Backends = [EdgeUnderTest.At(origin) with { Shield = "FRA" }] };
        await using var turned = await EdgeUnderTest.Serving(back, shields: new ShieldOptions
        {
            Place = "AMS", Secret = Secret, Others = Others("FRA", fra.Endpoint.ToString()),
        });
        await using var edge = await EdgeBefore(turned, Version(origin));

        var asking = edge.Get();
        var seen = await Answer(await origin.Call());

        Assert.Equal(200, (await asking).Status);
        Assert.Equal("1.1 edgeinfra | 1.1 edgeinfra", seen["Via"]);
    }

    [Theory]
    [InlineData("1.00!FRA!x")]
    [InlineData("FRA")]
    [InlineData("")]
    public async Task Believe_no_forged_signature(string forged)
    {
        await using var origin = Origin.Played();
        var version = Version(origin) with { Headers = [Set("http.X-Visits", "fastly.ff.visits_this_service \"\" req.http.Fastly-FF", "request")] };
        await using var shield = await Shield(version);

        var asking = shield.Get(headers: $"Fastly-FF: {forged}\r\nFastly-Client-IP: 192.0.2.1\r\nFastly-SSL: 1\r\n");
        var seen = await Answer(await origin.Call());

        Assert.Equal(200, (await asking).Status);
        Assert.Equal(("127.0.0.1", null, "0"), (seen["Fastly-Client-IP"], seen["Fastly-SSL"], seen["X-Visits"]));
        Assert.Null(seen["Fastly-FF"]);
    }

    [Theory]
    [InlineData(0, "192.0.2.1", true)]
    [InlineData(119, "192.0.2.1", true)]
    [InlineData(121, "192.0.2.1", false)]
    [InlineData(0, "192.0.2.2", false)]
    public async Task Believe_a_signature_for_its_client_and_its_time_only(int secondsLater, string client, bool believed)
    {
        var time = new ManualTime();
        await using var played = Origin.Played();
        var endpoint = $"127.0.0.1:{played.Port}";
        await using var edge = await EdgeUnderTest.Serving(Version(played), time, shields: Fra(endpoint));
        var asking = edge.Get();
        var signature = (await Answer(await played.Call()))["Fastly-FF"]!;
        Assert.Equal(200, (await asking).Status);
        await using var shield = await EdgeUnderTest.Serving(
            Version(played), time, shields: new ShieldOptions { Place = "AMS", Secret = Secret });

        // The client it was signed for is 127.0.0.1.
        time.Advance(TimeSpan.FromSeconds(secondsLater));
        var told = client == "192.0.2.1" ? "127.0.0.1" : client;
        var asked = shield.Get(headers: $"Fastly-FF: {signature}\r\nFastly-Client-IP: {told}\r\nX-Forwarded-For: 192.0.2.7\r\n");
        var seen = await Answer(await played.Call());

        Assert.Equal(200, (await asked).Status);
        Assert.Equal(believed ? "192.0.2.7" : "192.0.2.7, 127.0.0.1", seen["X-Forwarded-For"]);
    }

    [Fact]
    public async Task Can_be_shielded_as_members_of_a_director()
    {
        await using var origin = Origin.Played();
        var version = EdgeUnderTest.Version(EdgeUnderTest.At(origin)) with
        {
            Directors = [new Director { Name = "group", Backends = ["origin"], Shield = "AMS" }],
            Headers = [Set("backend", "group", "request")],
        };
        await using var shield = await Shield(version);
        await using var edge = await EdgeBefore(shield, version);

        var asking = edge.Get();
        Assert.Equal("1.1 edgeinfra | 1.1 edgeinfra", (await Answer(await origin.Call()))["Via"]);
        Assert.Equal(200, (await asking).Status);
    }

    internal static ServiceVersion Version(Origin origin) => EdgeUnderTest.Version(EdgeUnderTest.At(origin) with { Shield = "AMS" });

    internal static Task<EdgeUnderTest> Shield(ServiceVersion version, bool fastlyHeaders = false) => EdgeUnderTest.Serving(
        version, shields: new ShieldOptions { Place = "AMS", Secret = Secret, Others = Others("AMS", "127.0.0.1:9") }, fastlyHeaders: fastlyHeaders);

    internal static Task<EdgeUnderTest> EdgeBefore(EdgeUnderTest shield, ServiceVersion version, bool fastlyHeaders = false) =>
        EdgeUnderTest.Serving(version, shields: Fra(shield.Endpoint.ToString()), fastlyHeaders: fastlyHeaders);

    private static ShieldOptions Fra(string ams) => new() { Place = "FRA", Secret = Secret, Others = Others("AMS", ams) };

    private static Dictionary<string, (string, int)> Others(string place, string at) =>
        new() { [place] = (at.Split(':')[0], int.Parse(at.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)) };

    private static Header Set(string target, string source, string type) =>
        new() { Name = target + type, Action = "set", Type = type, Dst = target, Src = source };

    private static string Empty(string? seen) => $"HTTP/1.1 200 OK\r\nX-Seen: {seen}\r\nContent-Length: 0\r\n\r\n";

    private static async Task<OriginRequest> Answer(OriginCall call)
    {
        var request = await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        return request;
    }
}
