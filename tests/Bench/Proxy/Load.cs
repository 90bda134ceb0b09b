using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Kit;

namespace Bench.Proxy;

/// <summary>Load from wrk: how many requests it got answered, and how long half and nearly all of them took.</summary>
internal sealed partial record Load(double PerSecond, long Requests, TimeSpan P50, TimeSpan P99)
{
    public const string Host = "bench.example.com";

    public static async Task<Load> Put(int core, int port, string path, int seconds)
    {
        var ran = await Shell.Run(
            "taskset", "-c", Text(core), "wrk", "-t1", "-c64", $"-d{Text(seconds)}s", "--latency", "-H", $"Host: {Host}", $"http://127.0.0.1:{Text(port)}{path}");
        return ran.ExitCode == 0 ? Read(ran.Output) : throw new InvalidOperationException($"wrk: {ran.Output}{ran.Error}");
    }

    private static Load Read(string told)
    {
        if (Broken().IsMatch(told))
        {
            throw new InvalidOperationException($"Not every request was answered well:\n{told}");
        }

        return new(
            double.Parse(PerSecondTold().Match(told).Groups[1].ValueSpan, CultureInfo.InvariantCulture),
            long.Parse(RequestsTold().Match(told).Groups[1].ValueSpan, CultureInfo.InvariantCulture),
            Time(P50Told().Match(told)),
            Time(P99Told().Match(told)));
    }

    private static TimeSpan Time(Match told) => double.Parse(told.Groups[1].ValueSpan, CultureInfo.InvariantCulture) switch
    {
        var number => told.Groups[2].Value switch
        {
            "us" => TimeSpan.FromMicroseconds(number),
            "ms" => TimeSpan.FromMilliseconds(number),
            "s" => TimeSpan.FromSeconds(number),
            var unit => throw new UnreachableException(unit),
        },
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecondTold();

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex RequestsTold();

    [GeneratedRegex(@" 50%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex P50Told();

    [GeneratedRegex(@" 99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex P99Told();

    [GeneratedRegex("Non-2xx|Socket errors")]
    private static partial Regex Broken();
}
