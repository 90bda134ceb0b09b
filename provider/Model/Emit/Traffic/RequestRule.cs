namespace EdgeInfra.Model;

/// <summary>Request settings as the proxy follows them; what they say about a cache is not in it.</summary>
/// <param name="Host">null leaves the Host header.</param>
/// <param name="ForwardedFor">null leaves what was decided before.</param>
public sealed record RequestRule(bool ForceTls, string? Host, ForwardedFor? ForwardedFor, bool Timer, RuleGuard Guard);
