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
}
