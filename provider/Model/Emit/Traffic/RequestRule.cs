namespace EdgeInfra.Model;

/// <summary>Request settings as the proxy follows them.</summary>
/// <param name="Host">null leaves the Host header.</param>
/// <param name="ForwardedFor">null leaves what was decided before.</param>
public sealed record RequestRule(bool ForceTls, string? Host, ForwardedFor? ForwardedFor, bool Timer, RuleGuard Guard)
{
    /// <summary>Whether the cache is asked; null leaves it.</summary>
    public bool? Lookup { get; init; }

    /// <summary>Whether what the cache has is not used.</summary>
    public bool ForceMiss { get; init; }

    /// <summary>What the cache key is made of instead of URL and host; empty leaves it.</summary>
    public ValueList<ValueExpression> HashKeys { get; init; } = [];
}
