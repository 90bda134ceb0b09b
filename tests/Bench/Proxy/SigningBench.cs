using System.Diagnostics;
using EdgeInfra.Edge;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Model;

namespace Bench.Proxy;

/// <summary>What a signature costs, in processor time and in garbage. One thread; other load on the machine counts little.</summary>
internal static class SigningBench
{
    private const double MostMicroseconds = 5;
    private const int Round = 100_000;

    private static readonly string[] Schemes = ["aws-v4", "google-v4", "azure-shared-key", "oss-v1", "oss-v4"];

    public static IReadOnlyList<Measured> Run(int rounds) => [.. Schemes.SelectMany(scheme => Measure(scheme, rounds))];

    private static List<Measured> Measure(string scheme, int rounds)
    {
        var signer = OriginSigners.SchemeOf(new RequestSigning { Scheme = scheme, Region = "eu-central-1", Bucket = "www-assets" });
        var credentials = new StoreCredentials("AKIAIOSFODNN7EXAMPLE", "d0phbHJYVXRuRkVNSS9LN01ERU5H");
        var started = DateTimeOffset.UnixEpoch.AddYears(56);
        Sign(signer, credentials, started); // the compiler's turn
        var times = new List<double>();
        var garbage = 0L;
        for (var i = 0; i < rounds; i++)
        {
            var (before, bytes) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread());
            Sign(signer, credentials, started.AddSeconds(i));
            garbage = GC.GetAllocatedBytesForCurrentThread() - bytes;
            times.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / Round);
        }

        times.Sort();
        return
        [
            new($"{scheme}: a signature", times[times.Count / 2], "µs CPU", MostMicroseconds),
            new($"{scheme}: allocated for it", garbage / (double)Round, "bytes"),
        ];
    }

    private static void Sign(ISigningScheme signer, StoreCredentials credentials, DateTimeOffset now)
    {
        var headers = new HeaderList();
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("accept", "*/*"), ("user-agent", "Mozilla/5.0"), ("range", "bytes=0-99")])
        {
            headers.Add(name, value);
        }

        var query = "";
        var request = new SigningRequest("GET", "/assets/2026/app-4f3a9c.js", "www-assets.s3.eu-central-1.amazonaws.com", now);
        for (var i = 0; i < Round; i++)
        {
            signer.Sign(request, credentials, headers, ref query);
        }
    }
}
