namespace EdgeInfra.Model;

/// <summary>Cache settings as the proxy follows them; those that begin a request anew stand among <see cref="TrafficRules.Restarts"/>.</summary>
/// <param name="Pass">Whether the answer is kept out; null leaves that to the answer.</param>
/// <param name="Ttl">Fresh for that long; null leaves it to the answer.</param>
/// <param name="StaleTtl">Served for that long after, while the origin fails; null leaves it to the answer.</param>
public sealed record CachingRule(string Name, bool? Pass, TimeSpan? Ttl, TimeSpan? StaleTtl, RuleGuard Guard);
