namespace EdgeInfra.Edge.Control;

/// <summary>What is to be removed from the cache. Exactly one of the three holds: a URL, a key, or neither (everything).</summary>
/// <param name="ServiceId">null for a URL of a host that no active service has.</param>
/// <param name="Soft">Marks what is found as stale instead of removing it; never with everything.</param>
internal sealed record Purge(string? ServiceId, bool Soft)
{
    /// <summary>Host, path and query, without a scheme.</summary>
    public string? Url { get; init; }

    /// <summary>A surrogate key.</summary>
    public string? Key { get; init; }
}
