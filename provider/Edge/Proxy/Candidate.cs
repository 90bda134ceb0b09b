namespace EdgeInfra.Edge.Proxy;

/// <summary>A member of a set of origins: its share, and the number that tells it apart when members are chosen by a key.</summary>
internal readonly record struct Candidate(LiveOrigin Origin, int Weight, ulong Seed)
{
    public bool MayBe(List<LiveOrigin>? tried, bool throughShield) => Origin.MayServe(throughShield) && (tried is not { Count: > 0 } || !IsIn(tried));

    /// <summary>Exponentially distributed over all keys, at the rate of the weight: the smallest of several is each one's as often as it weighs.</summary>
    public double Distance(ulong key)
    {
        var uniform = ((KeyHash.Mix(Seed ^ key) >> 11) + 0.5) / (1L << 53);
        return -Math.Log(uniform) / Weight;
    }

    // By reference: comparing all they consist of is not what is meant.
    private bool IsIn(List<LiveOrigin> tried)
    {
        foreach (var one in tried)
        {
            if (ReferenceEquals(one, Origin))
            {
                return true;
            }
        }

        return false;
    }
}
