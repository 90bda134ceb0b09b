namespace EdgeInfra.Model.Vcl;

/// <summary>What an expression may see of the cached object, or of the one about to be cached.</summary>
public interface IObjectView
{
    /// <summary>How often the object was served from the cache; 0 for one that just came from an origin.</summary>
    long Hits { get; }

    /// <summary>How the cache answered: <c>HIT</c>, <c>MISS</c>, <c>PASS</c>, …</summary>
    string State { get; }

    bool Cacheable { get; }

    TimeSpan Ttl { get; }

    TimeSpan Age { get; }

    TimeSpan StaleWhileRevalidate { get; }

    TimeSpan StaleIfError { get; }
}
