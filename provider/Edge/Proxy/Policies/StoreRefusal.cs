namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>A store's answer that is nobody's fault but the configuration's.</summary>
/// <param name="Property">What to mend, below the backend.</param>
/// <param name="What">What the store says by it.</param>
/// <param name="Passes">Whether it may mend itself: a 503 rather than a 502.</param>
/// <param name="IsVague">Whether the same code also means that an object is not there.</param>
internal sealed record StoreRefusal(string Property, string What, bool Passes = false, bool IsVague = false);
