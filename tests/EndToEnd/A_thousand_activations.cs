using Kit;

namespace EndToEnd;

public sealed class A_thousand_activations
{
    private const int Activations = 1000;

    [Fact]
    public async Task Lose_no_request_and_leave_nothing_open()
    {
        using var folder = new TempFolder();
        await using var first = await Page.Serve("first");
        await using var second = await Page.Serve("second");
        await using var edge = await Daemon.StartEdge(folder.At("data"));
        using var control = new ControlClient(
            edge.Ready["control"]!.GetValue<string>(), (await File.ReadAllTextAsync(folder.At("data", "token"))).Trim());
        var service = await control.Serve("localhost", first.Port);
        await control.Draft(service, second.Port);

        var visitors = Enumerable.Range(0, 2).Select(_ => new Visitor(edge.Ready["url"]!.GetValue<string>())).ToList();
        var before = await Swap(control, service, 20); // warm, so that what is counted later is not the runtime's own
        var files = Files(edge);
        visitors.ForEach(visitor => visitor.Begin());
        var after = await Swap(control, service, Activations);
        foreach (var visitor in visitors)
        {
            Assert.Empty(await visitor.Failures());
            visitor.Dispose();
        }

        Assert.Equal(Activations, after - before);

        // What was left over would be a thousand; connections of clients and idle ones to the one live origin are a few.
        Assert.InRange(Files(edge) - files, -100, 20);
        var idle = (await control.Get("/metrics/json"))["edgeinfra_backend_connections"]!["samples"]!.AsArray();
        Assert.InRange(idle.Sum(sample => sample!["value"]!.GetValue<double>()), 0, visitors.Count);
        Assert.Equal(2, idle.Count); // in use and idle, of one backend
    }

    // Between two versions that differ in where their backend is. How many swaps the edge has counted then.
    private static async Task<double> Swap(ControlClient control, string service, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await control.Put($"/service/{service}/version/{2 - i % 2}/activate");
        }

        return (await control.Get("/metrics/json"))["edgeinfra_config_swaps_total"]!["samples"]![0]!["value"]!.GetValue<double>();
    }

    private static int Files(Daemon edge) => Directory.GetFiles($"/proc/{edge.Id}/fd").Length;
}
