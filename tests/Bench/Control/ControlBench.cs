using System.Diagnostics;
using System.Net;
using EdgeInfra.Edge.Control;
using EdgeInfra.Edge.Proxy;
using Kit;

namespace Bench.Control;

/// <summary>What ten thousand services weigh while nobody asks for them, and how long a large version takes to become live.</summary>
internal static class ControlBench
{
    private const int Many = 10_000, Backends = 1_000, Rounds = 15;
    private const double MostMemory = 50, MostTime = 300;

    public static async Task<IReadOnlyList<Measured>> Run() => [.. await Activation(), .. await Idle()];

    // Control plane and proxy in one process, as they are run.
    private static async Task<IReadOnlyList<Measured>> Idle()
    {
        var what = $"{Many} idle services";
        using var folder = new TempFolder();
        var store = new VersionStore(folder.Path, new QuickFiles(), Console.Error.WriteLine);
        for (var number = 0; number < Many; number++)
        {
            store.Save(null, Services.Ordinary(number));
        }

        var (before, resident) = (Heap(), Resident());
        var begun = Stopwatch.GetTimestamp();
        await using var control = await ControlServer.Start(Options(folder.Path), _ => { }, CancellationToken.None);
        if (control.Active.Services.Count != Many)
        {
            throw new InvalidOperationException($"Only {control.Active.Services.Count} services are live.");
        }

        var stored = (Heap() - before) / 1024.0 / Many;
        await using var proxy = await EdgeProxy.Start(
            new ProxyOptions { Listen = new(IPAddress.Loopback, 0), Initial = control.Active, Log = _ => { } }, CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(begun);
        return
        [
            new($"{what}, memory of each in the control plane", stored, "KB"),
            new($"{what}, memory of each on the heap", (Heap() - before) / 1024.0 / Many, "KB", MostMemory),
            new($"{what}, memory of each resident", (Resident() - resident) / 1024.0 / Many, "KB"),
            new($"{what}, from start to listening", took.TotalMilliseconds, "ms"),
        ];
    }

    private static async Task<IReadOnlyList<Measured>> Activation()
    {
        using var folder = new TempFolder();
        var service = Services.Large(Backends);
        new VersionStore(folder.Path, new QuickFiles(), Console.Error.WriteLine).Save(null, service);
        EdgeProxy? proxy = null;
        await using var control = await ControlServer.Start(Options(folder.Path), config => proxy!.Publish(config), CancellationToken.None);
        await using var started = proxy = await EdgeProxy.Start(
            new ProxyOptions { Listen = new(IPAddress.Loopback, 0), Initial = control.Active, Log = _ => { } }, CancellationToken.None);
        using var client = new HttpClient { BaseAddress = new Uri($"http://{control.Endpoint}"), DefaultRequestHeaders = { { "Fastly-Key", Token } } };
        var (times, work) = (new List<double>(), new List<double>());
        for (var round = 1; round <= Rounds; round++)
        {
            await Put(client, $"/service/{service.Id}/version/1/clone");
            var (begun, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await Put(client, $"/service/{service.Id}/version/{round + 1}/activate");
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            work.Add((Environment.CpuUsage.TotalTime - worked).TotalMilliseconds);
        }

        return
        [
            new($"activation of {Backends} backends, the first one", times[0], "ms"),
            new($"activation of {Backends} backends, half are faster than", times.Order().ElementAt(Rounds / 2), "ms", MostTime),
            new($"activation of {Backends} backends, half need less of a processor than", work.Order().ElementAt(Rounds / 2), "ms"),
            new($"activation of {Backends} backends, the slowest after the first", times.Skip(1).Max(), "ms"),
        ];
    }

    private const string Token = "bench";

    private static ControlOptions Options(string folder) => new() { Listen = new(IPAddress.Loopback, 0), Token = Token, DataDirectory = folder, Log = Console.Error.WriteLine };

    private static async Task Put(HttpClient client, string path)
    {
        using var answer = await client.PutAsync(new Uri(path, UriKind.Relative), null);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static long Heap() => GC.GetTotalMemory(forceFullCollection: true);

    private static long Resident()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
