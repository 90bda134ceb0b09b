using EdgeInfra.Edge.Proxy.Origins;

namespace Unit.Edge.Proxy;

public sealed class A_window_of_probes
{
    [Theory]
    [InlineData(5, 3, 3, "", true)]
    [InlineData(5, 3, 2, "", false)]
    [InlineData(5, 3, 2, "+", true)]
    [InlineData(5, 3, 0, "++", false)]
    [InlineData(5, 3, 0, "+++", true)]
    [InlineData(5, 3, 3, "-", true)] // the failures assumed before the assumed successes leave first
    [InlineData(5, 3, 3, "--", true)]
    [InlineData(5, 3, 3, "---", false)]
    [InlineData(5, 3, 5, "--", true)]
    [InlineData(5, 3, 5, "---", false)]
    [InlineData(5, 3, 5, "---+", false)]
    [InlineData(5, 3, 5, "---+++", true)]
    [InlineData(5, 3, 0, "+++--", true)]
    [InlineData(5, 3, 0, "+++---", false)]
    [InlineData(1, 1, 1, "-", false)]
    [InlineData(1, 1, 1, "-+", true)]
    public void Is_healthy_while_enough_of_the_latest_succeeded(int window, int threshold, int initial, string probes, bool healthy)
    {
        var health = new HealthWindow(window, threshold, initial);

        foreach (var probe in probes)
        {
            health.Add(probe == '+');
        }

        Assert.Equal(healthy, health.IsHealthy);
    }

    [Fact]
    public void Says_at_each_moment_what_looking_at_all_of_the_past_says()
    {
        var random = new Random(11);
        for (var run = 0; run < 300; run++)
        {
            var window = random.Next(1, 20);
            var (threshold, initial) = (random.Next(1, window + 1), random.Next(0, window + 1));
            var health = new HealthWindow(window, threshold, initial);
            var past = NaiveWindow.Of(window, threshold, initial);
            for (var probe = 0; probe < 100; probe++)
            {
                var success = random.Next(3) > 0;
                health.Add(success);
                past = past.With(success);
                Assert.Equal(past.IsHealthy, health.IsHealthy);
            }
        }
    }
}
