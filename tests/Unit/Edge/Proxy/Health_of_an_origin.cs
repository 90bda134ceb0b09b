using System.Net;
using EdgeInfra.Edge.Proxy;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy;

public sealed class Health_of_an_origin
{
    private static readonly Healthcheck Alive = new() { Name = "alive", Host = "h", Path = "/", Method = "GET", CheckInterval = 5_000 };
    private static readonly IPAddress One = IPAddress.Parse("127.0.0.1"), Two = IPAddress.Parse("127.0.0.2");

    [Theory]
    [InlineData(5, 3, 3)]
    [InlineData(5, 3, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(8, 8, 7)]
    public async Task Follows_the_window_probe_by_probe_while_the_origin_flaps(int window, int threshold, int initial)
    {
        var (time, random, done) = (new ManualTime(), new Random(5), new TaskCompletionSource());
        var (past, seen, expected) = (NaiveWindow.Of(window, threshold, initial), new List<bool>(), new List<bool>());
        Prober? prober = null;
        await using var origin = Origin.Answering(_ =>
        {
            // The probe before has been counted by now, this one not yet.
            seen.Add(prober!.IsHealthy);
            expected.Add(past.IsHealthy);
            if (seen.Count == 60)
            {
                done.SetResult();
            }

            var success = random.Next(3) > 0;
            past = past.With(success);
            time.Advance(TimeSpan.FromSeconds(1));
            return $"HTTP/1.1 {(success ? "200 OK" : "503 No")}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        }, closing: true);
        prober = Origins.Prober(
            Origins.Probe with { Window = window, Threshold = threshold, Initial = initial }, "127.0.0.1", origin.Port, time);

        prober.Start();
        await done.Task;
        prober.Dispose();

        Assert.Equal(expected.Take(60), seen.Take(60));
        Assert.Contains(true, seen);
    }

    [Fact]
    public async Task Is_that_of_its_best_address_and_only_healthy_ones_are_used()
    {
        var (time, log) = (new ManualTime(), new RunningLog());
        IPAddress[] addresses = [Two, One];
        var names = new NameResolver(time, _ => addresses.Length > 0 ? Task.FromResult(addresses) : Task.FromException<IPAddress[]>(new System.Net.Sockets.SocketException(11001)));
        await using var origin = Origin.Answering("ok"); // on the first address only
        using var prober = Origins.Prober(Origins.Probe, "origin.example", origin.Port, time, names, log.Add);
        Assert.True(prober.MayDial(Two)); // assumed

        prober.Start();
        await log.Has("(127.0.0.2) is sick");
        Assert.Equal((true, true, false), (prober.IsHealthy, prober.MayDial(One), prober.MayDial(Two)));

        addresses = [Two];
        time.Advance(TimeSpan.FromSeconds(1));
        await Until(() => !prober.IsHealthy);

        addresses = [One];
        await Again(time, () => prober.IsHealthy);
        addresses = [];
        await Again(time, () => !prober.IsHealthy);
        await log.Has("is sick: its name cannot be resolved");
    }

    [Fact]
    public async Task Keeps_connections_from_its_sick_addresses()
    {
        await using var origin = Origin.Answering("ok");
        await using var edge = await EdgeUnderTest.Before(origin);
        var identity = EdgeUnderTest.Config(EdgeUnderTest.Version(EdgeUnderTest.At(origin))).Services[0].Origins[0].Identity;
        var pool = new OriginPool(identity, NameResolver.OfTheSystem(TimeProvider.System), TimeProvider.System);

        var refused = await Assert.ThrowsAsync<OriginException>(() => pool.Dial(TimeSpan.FromSeconds(5), _ => false, default).AsTask());
        Assert.Equal(EdgeError.BackendUnhealthy, refused.Error);
        pool.Return(await pool.Dial(TimeSpan.FromSeconds(5), One.Equals, default));
        Assert.Null(pool.TakeIdle(Two.Equals));
        Assert.Equal(0, pool.Idle); // it was closed
        pool.Dispose();
    }

    [Theory]
    [InlineData(null, null, 2)]
    [InlineData("k", null, 2)]
    [InlineData("k", "l", 2)]
    [InlineData("k", "k", 1)]
    [InlineData("other", null, 1)] // the second service's id
    public async Task Is_shared_by_equal_backends_with_an_equal_key_also_across_services(string? key, string? otherKey, int probers)
    {
        await using var origin = Origin.Answering("ok");
        await using var edge = await EdgeUnderTest.Serving(Version(origin, key), new ManualTime());
        Assert.Equal(1, edge.Origins.Probers);

        edge.Publish(Version(origin, key), Version(origin, otherKey) with { ServiceId = "other", Domains = ["other.example.com"] });
        Assert.Equal(probers, edge.Origins.Probers);

        edge.Publish(Version(origin, key));
        Assert.Equal(1, edge.Origins.Probers);
    }

    [Fact]
    public async Task Is_asked_no_more_when_no_version_has_the_backend()
    {
        var time = new ManualTime();
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(Version(origin, null), time);
        var probe = await origin.Call();
        await probe.Request();

        edge.Publish();

        await probe.Closed(); // also the one under way
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((0, 1), (edge.Origins.Probers, origin.Accepted));
    }

    [Fact]
    public async Task May_wait_for_the_first_request()
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(
            Version(origin, null) with { Healthchecks = [Alive with { Initial = 0 }] }, new ManualTime(), probesAtLoad: false);
        await edge.Get(host: "nobody.example.com");
        Assert.Equal(0, origin.Accepted);

        Assert.Equal(503, (await edge.Get()).Status);
        await origin.Call();
    }

    [Fact]
    public void Is_asked_for_a_little_more_often_than_declared_so_that_edges_drift_apart()
    {
        var settings = new ProbeSettings(true, new Random(1));
        var pauses = Enumerable.Range(0, 1_000).Select(_ => settings.Pause(TimeSpan.FromSeconds(10))).ToList();

        Assert.All(pauses, pause => Assert.InRange(pause, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(10)));
        Assert.InRange(pauses.Max() - pauses.Min(), TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(1));
    }

    private static async Task Again(ManualTime time, Func<bool> done)
    {
        while (!done())
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    private static async Task Until(Func<bool> done)
    {
        while (!done())
        {
            await Task.Yield();
        }
    }

    private static ServiceVersion Version(Origin origin, string? key) =>
        EdgeUnderTest.Version(EdgeUnderTest.At(origin, backend => backend with { Healthcheck = "alive", ShareKey = key })) with { Healthchecks = [Alive] };
}
