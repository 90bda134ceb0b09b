namespace EdgeInfra.Edge.Control;

/// <summary>When and from where a token was last used. Kept in memory only: not worth a write for each call.</summary>
internal sealed record TokenUse(DateTimeOffset When, string Address, string Agent);
