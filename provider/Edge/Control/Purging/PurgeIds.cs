using System.Globalization;

namespace EdgeInfra.Edge.Control;

/// <summary>Ids of purges, in Fastly's form: <c>4151-1635861748-11038</c> (node, time, count).</summary>
internal sealed class PurgeIds(TimeProvider clock)
{
    private const int Node = 1;

    private long _count;

    public string Next() => string.Create(
        CultureInfo.InvariantCulture, $"{Node}-{clock.GetUtcNow().ToUnixTimeSeconds()}-{Interlocked.Increment(ref _count)}");
}
