using System.Globalization;
using Kit;

namespace Bench.Proxy;

/// <summary>Full load for minutes: memory must have settled by half-time.</summary>
internal sealed class SoakBench(BenchFlags flags, TextWriter told)
{
    private const double MostGrowth = 1.05; // collections come when they come

    public async Task<IReadOnlyList<Measured>> Run()
    {
        using var folder = new TempFolder();
        await using var origin = await Contenders.StartOrigin(Directory.CreateDirectory(folder.At("origin")).FullName);
        await using var ours = await Contenders.All[Contenders.Ours](origin.Port, Directory.CreateDirectory(folder.At("ours")).FullName);
        var sizes = new List<double>();
        for (var step = 0; step < flags.Minutes * 6; step++)
        {
            await Contenders.PutLoad(ours, step % 2 == 0 ? "/1k" : "/64k", 10);
            sizes.Add(ours.ResidentBytes / (1024.0 * 1024));
        }

        told.WriteLine("Resident MB every 10 s: " + string.Join(' ', sizes.Select(size => size.ToString("0", CultureInfo.InvariantCulture))));
        var (early, late) = (Highest(sizes, 1, 2), Highest(sizes, 2, 2));
        return
        [
            new($"{flags.Minutes} minutes of full load, most memory in the first half", early, "MB"),
            new($"{flags.Minutes} minutes of full load, most memory in the second half", late, "MB", early * MostGrowth),
        ];
    }

    private static double Highest(List<double> sizes, int part, int parts) =>
        sizes.Skip(sizes.Count * (part - 1) / parts).Take(Math.Max(1, sizes.Count / parts)).Max();
}
