namespace EdgeInfra.Edge.Cache;

/// <summary>Memory for bodies that are being collected, all together: many large misses at once must not take more than the cache itself.</summary>
internal sealed class CollectBudget(long bytes)
{
    private long _taken;

    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>False when there is no more: the body is passed on without being kept.</summary>
    public bool TryTake(int count)
    {
        if (Interlocked.Add(ref _taken, count) <= bytes)
        {
            return true;
        }

        Give(count);
        return false;
    }

    public void Give(long count) => Interlocked.Add(ref _taken, -count);
}
