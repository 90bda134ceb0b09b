namespace EdgeInfra.Edge.Cache;

/// <summary>Until when something was purged, in the cache's own count of purges. What was asked for before that is not served any more.</summary>
internal sealed class PurgeMark(long hard)
{
    private long _hard = hard, _soft;

    public long Hard => Volatile.Read(ref _hard);

    /// <summary>What is older is stale, not gone.</summary>
    public long Soft => Volatile.Read(ref _soft);

    /// <summary>Stored answers that carry it; changed under the lock of <see cref="PurgeMarks"/>.</summary>
    public int Uses { get; set; }

    public void Set(long generation, bool soft)
    {
        if (soft)
        {
            Volatile.Write(ref _soft, generation);
        }
        else
        {
            Volatile.Write(ref _hard, generation);
        }
    }
}
