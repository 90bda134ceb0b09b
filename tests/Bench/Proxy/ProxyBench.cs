using System.Globalization;
using Kit;

namespace Bench.Proxy;

/// <summary>
/// Passing bodies through, side by side: the servers in turn on one core, client and origin on the other. Medians of the rounds. What counts
/// is processor time a request: the client's core is often full before the server's is.
/// </summary>
internal sealed class ProxyBench(BenchFlags flags, TextWriter told)
{
    /// <summary>Of bodies, in KiB.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [1, 64];

    private const double MostOfNaive = 1 / 1.6;
    private const int WarmRequests = 200_000; // of each size; on one core it takes so many until nothing hot is instrumented code any more

    private readonly Dictionary<(string Name, int Size), List<Round>> _rounds = [];

    public async Task<IReadOnlyList<Measured>> Run()
    {
        using var folder = new TempFolder();
        var names = Contenders.All.Keys.Where(name => flags.Only.Count == 0 || flags.Only.Contains(name)).ToList();
        await using var origin = await Contenders.StartOrigin(Directory.CreateDirectory(folder.At("origin")).FullName);
        var servers = new Dictionary<string, Server>();
        var busy = BusyText();
        try
        {
            foreach (var name in names)
            {
                servers[name] = await Contenders.All[name](origin.Port, Directory.CreateDirectory(folder.At(name)).FullName);
                await WarmUp(servers[name]);
            }

            for (var round = 0; round < flags.Rounds; round++)
            {
                await Go(servers, round);
            }
        }
        finally
        {
            foreach (var server in servers.Values)
            {
                await server.DisposeAsync();
            }
        }

        told.WriteLine($"load of the machine before {busy}, after {BusyText()}; {flags.Rounds} rounds of {flags.Seconds} s");
        foreach (var size in Sizes)
        {
            Print(size, names);
        }

        return [.. Sizes.SelectMany(Ratios)];
    }

    // Until the runtimes have compiled what is hot for good: so many requests, however long a busy machine takes for them.
    private static async Task WarmUp(Server server)
    {
        foreach (var size in Sizes)
        {
            for (var done = 0L; done < WarmRequests;)
            {
                done += (await Contenders.PutLoad(server, PathOf(size), seconds: 2)).Requests;
            }
        }
    }

    // Every other round in reverse, so that nobody always comes after the same one.
    private async Task Go(Dictionary<string, Server> servers, int round)
    {
        foreach (var size in Sizes)
        {
            foreach (var (name, server) in round % 2 == 0 ? servers : servers.Reverse())
            {
                var before = server.Worked;
                var load = await Contenders.PutLoad(server, PathOf(size), flags.Seconds);
                var cost = (server.Worked - before).TotalMicroseconds / load.Requests;
                if (!_rounds.TryGetValue((name, size), out var all))
                {
                    _rounds[(name, size)] = all = [];
                }

                all.Add(new Round(load, cost, server.ResidentBytes / (1024.0 * 1024)));
            }
        }
    }

    private void Print(int size, List<string> names)
    {
        var first = _rounds[(names[0], size)];
        told.WriteLine();
        told.WriteLine($"| {size} KiB | req/s | × {names[0]} | CPU µs | × {names[0]} | lowest to highest | p50 ms | p99 ms | RSS MB |");
        told.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var name in names)
        {
            var all = _rounds[(name, size)];
            var (speed, cost) = (Median(all, round => round.Load.PerSecond), Median(all, round => round.Cost));
            told.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {speed:#,0} | {speed / Median(first, round => round.Load.PerSecond):0.00} | {cost:0.0} | "
                + $"{cost / Median(first, round => round.Cost):0.00} | {all.Min(round => round.Cost):0.0} to {all.Max(round => round.Cost):0.0} | "
                + $"{Median(all, round => round.Load.P50.TotalMilliseconds):0.00} | "
                + $"{Median(all, round => round.Load.P99.TotalMilliseconds):0.00} | {Median(all, round => round.Resident):0} |"));
        }

        told.WriteLine();
    }

    private IEnumerable<Measured> Ratios(int size)
    {
        if (!_rounds.TryGetValue((Contenders.Ours, size), out var ours))
        {
            yield break;
        }

        if (_rounds.TryGetValue((Contenders.Nginx, size), out var nginx))
        {
            yield return new($"{size} KiB, CPU a request, ours of nginx's", Ratio(ours, nginx), "×", size == 1 ? 1.15 : 1.5);
        }

        if (_rounds.TryGetValue((Contenders.Naive, size), out var naive))
        {
            yield return new($"{size} KiB, CPU a request, ours of a naive forwarder's", Ratio(ours, naive), "×", MostOfNaive);
        }
    }

    private static double Ratio(List<Round> one, List<Round> other) => Median(one, round => round.Cost) / Median(other, round => round.Cost);

    private static double Median(List<Round> all, Func<Round, double> what)
    {
        var sorted = all.Select(what).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static string PathOf(int size) => string.Create(CultureInfo.InvariantCulture, $"/{size}k");

    // Runnable processes on average over the last minute: how much others were in the way.
    private static string BusyText() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private sealed record Round(Load Load, double Cost, double Resident);
}
