namespace EdgeInfra.Edge.Cache;

/// <summary>What the configuration says about an answer's life, beside what the answer says itself. What is null it leaves to the answer.</summary>
internal readonly record struct CacheWish
{
    /// <summary>Fresh for that long, whatever the answer says; zero keeps it out.</summary>
    public TimeSpan? Ttl { get; init; }

    public TimeSpan? StaleIfError { get; init; }

    /// <summary>Fresh for that long when the answer says nothing.</summary>
    public required TimeSpan DefaultTtl { get; init; }

    /// <summary>Not stored, whatever else is said.</summary>
    public bool Pass { get; init; }

    /// <summary>Who wishes, for people: <c>policy</c>, <c>cache settings</c>.</summary>
    public string Source { get; init; }
}
