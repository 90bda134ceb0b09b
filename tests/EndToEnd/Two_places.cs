using System.Net;
using Kit;

namespace EndToEnd;

/// <summary>Two edges as two processes with data of their own: Frankfurt sends what is shielded to Amsterdam, which asks the origin.</summary>
public sealed class Two_places : IAsyncLifetime
{
    private const string TwoHops = "1.1 edgeinfra | 1.1 edgeinfra", OneHop = "1.1 edgeinfra";

    private readonly TempFolder _folder = new();
    private readonly Origin _origin = Origin.Played();
    private Daemon _amsterdam = null!;
    private Daemon _frankfurt = null!;

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(_folder.At("secret"), "the same at all places");
        await File.WriteAllTextAsync(_folder.At("other"), "of somebody else's places");
        _amsterdam = await Daemon.StartEdge(_folder.At("ams"), "--place", "AMS", "--shield-secret", _folder.At("secret"));
        _frankfurt = await Before(_amsterdam, "fra", "secret");
        await Serve(_amsterdam, "ams");
        await Serve(_frankfurt, "fra");
    }

    public async Task DisposeAsync()
    {
        await _frankfurt.DisposeAsync();
        await _amsterdam.DisposeAsync();
        await _origin.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Are_two_hops_for_the_same_client()
    {
        var (answer, seen) = await Ask(_frankfurt, "X-Forwarded-For: 192.0.2.9\r\n");

        Assert.Equal("hello", answer.Body);
        Assert.Equal((TwoHops, "192.0.2.9, 127.0.0.1", "127.0.0.1"), (seen["Via"], seen["X-Forwarded-For"], seen["Fastly-Client-IP"]));
        Assert.Equal(("localhost", "localhost", null), (seen["Host"], seen["X-Forwarded-Host"], seen["Fastly-FF"]));
    }

    [Fact]
    public async Task Believe_nobody_who_only_claims_to_be_one()
    {
        var forged = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}.{new string('0', 64)}!FRA!node";
        var (_, seen) = await Ask(_amsterdam, $"Fastly-FF: {forged}\r\nFastly-Client-IP: 192.0.2.1\r\nFastly-SSL: 1\r\n");

        Assert.Equal((OneHop, "127.0.0.1", null, null), (seen["Via"], seen["Fastly-Client-IP"], seen["Fastly-SSL"], seen["Fastly-FF"]));
        Assert.Equal("127.0.0.1", seen["X-Forwarded-For"]);
    }

    [Fact]
    public async Task Take_a_place_with_another_secret_for_a_client()
    {
        await using var stranger = await Before(_amsterdam, "mad", "other");
        await Serve(stranger, "mad");

        var (_, seen) = await Ask(stranger, "X-Forwarded-For: 192.0.2.9\r\n");

        Assert.Equal((TwoHops, "192.0.2.9, 127.0.0.1, 127.0.0.1"), (seen["Via"], seen["X-Forwarded-For"]));
    }

    [Fact]
    public async Task Go_on_without_the_shield_when_it_is_killed_even_in_the_middle_of_a_request()
    {
        var asking = Answer(_frankfurt, "");
        var lost = await _origin.Call();
        Assert.Equal(TwoHops, (await lost.Request())["Via"]);

        await _amsterdam.Kill();
        var seen = await Hello(await _origin.Call());

        Assert.Equal((200, OneHop), ((await asking).Status, seen["Via"]));
        Assert.Equal(OneHop, (await Ask(_frankfurt, "")).Seen["Via"]);
    }

    private Task<Daemon> Before(Daemon shield, string name, string secret) => Daemon.StartEdge(
        _folder.At(name), "--place", name.ToUpperInvariant(), "--shield", $"AMS={shield.Ready["listen"]}", "--shield-secret", _folder.At(secret));

    private async Task Serve(Daemon edge, string data)
    {
        using var control = new ControlClient(
            edge.Ready["control"]!.GetValue<string>(), (await File.ReadAllTextAsync(_folder.At(data, "token"))).Trim());
        await control.Serve("localhost", _origin.Port, ("shield", "AMS"));
    }

    private async Task<(RawAnswer Answer, OriginRequest Seen)> Ask(Daemon edge, string headers)
    {
        var answer = Answer(edge, headers);
        var seen = await Hello(await _origin.Call());
        return (await answer, seen);
    }

    private static async Task<RawAnswer> Answer(Daemon edge, string headers)
    {
        using var client = await RawClient.Connect(IPEndPoint.Parse(edge.Ready["listen"]!.GetValue<string>()));
        await client.Send($"GET / HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n");
        return await client.Answer();
    }

    private static async Task<OriginRequest> Hello(OriginCall call)
    {
        var seen = await call.Request();
        await call.Send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello");
        return seen;
    }
}
