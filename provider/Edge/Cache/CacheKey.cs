namespace EdgeInfra.Edge.Cache;

/// <summary>What an answer is found by. Two requests with equal keys may get the same object; a host is the same in any case.</summary>
/// <param name="Service">Nothing of one service is ever found by another.</param>
/// <param name="Url">Path and query, or what the hash keys of request settings come to.</param>
internal readonly record struct CacheKey(string Service, string Host, string Url)
{
    public bool Equals(CacheKey other) =>
        Url == other.Url && Host.Equals(other.Host, StringComparison.OrdinalIgnoreCase) && Service == other.Service;

    // Texts are hashed with a seed of this process, so nobody outside can make keys collide.
    public override int GetHashCode() =>
        HashCode.Combine(Url.GetHashCode(StringComparison.Ordinal), Host.GetHashCode(StringComparison.OrdinalIgnoreCase), Service.GetHashCode(StringComparison.Ordinal));
}
