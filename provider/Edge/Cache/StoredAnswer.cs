namespace EdgeInfra.Edge.Cache;

/// <summary>An answer as it is kept: never changed, only replaced, so that many may read it at once.</summary>
internal sealed class StoredAnswer
{
    private const int Overhead = 512, MostFrequent = 3;

    private int _frequency, _hits;

    public required CacheKey Key { get; init; }

    public required Selection Selection { get; init; }

    public required int Status { get; init; }

    public string Reason { get; init; } = "";

    public required HeaderLine[] Headers { get; init; }

    public required CachedBody Body { get; init; }

    public required Lifetime Lifetime { get; init; }

    /// <summary>When it came, and how old it was then.</summary>
    public required DateTimeOffset Received { get; init; }

    public required TimeSpan InitialAge { get; init; }

    /// <summary>Never served without asking once it is not fresh (must-revalidate and its kind).</summary>
    public bool MustRevalidate { get; init; }

    /// <summary>Never served without asking at all (no-cache).</summary>
    public bool AlwaysRevalidate { get; init; }

    public IReadOnlyList<string> SurrogateKeys { get; init; } = [];

    /// <summary>The purges it has seen: taken when its fetch began.</summary>
    public required long Generation { get; init; }

    /// <summary>Given by the store.</summary>
    public PurgeMark[] Marks { get; set; } = [];

    /// <summary>Stale since somebody purged its URL softly.</summary>
    public bool IsSoftPurged { get; set; }

    /// <summary>Out of the store already.</summary>
    public bool IsGone { get; set; }

    public bool IsInMain { get; set; }

    public int Frequency => Volatile.Read(ref _frequency);

    public int Hits => Volatile.Read(ref _hits);

    public long Footprint
    {
        get
        {
            var size = Body.Footprint + Overhead;
            foreach (ref readonly var line in Headers.AsSpan())
            {
                size += 2 * (line.Name.Length + line.Value.Length);
            }

            return size;
        }
    }

    public TimeSpan Age(DateTimeOffset now) => InitialAge + (now > Received ? now - Received : TimeSpan.Zero);

    public bool IsPurged
    {
        get
        {
            foreach (var mark in Marks)
            {
                if (mark.Hard > Generation)
                {
                    return true;
                }
            }

            return false;
        }
    }

    public bool IsFresh(DateTimeOffset now) => !AlwaysRevalidate && !IsSoftlyPurged && Age(now) < Lifetime.Fresh;

    public void CountHit()
    {
        Interlocked.Increment(ref _hits);
        if (Frequency < MostFrequent)
        {
            Volatile.Write(ref _frequency, Frequency + 1); // a lost count does no harm
        }
    }

    public void Cool() => Volatile.Write(ref _frequency, Math.Max(0, Frequency - 1));

    private bool IsSoftlyPurged
    {
        get
        {
            foreach (var mark in Marks)
            {
                if (mark.Soft > Generation)
                {
                    return true;
                }
            }

            return IsSoftPurged;
        }
    }
}
