namespace EdgeInfra.Edge.Cache;

/// <summary>How long an answer may be served, counted from the moment it was made at its origin.</summary>
/// <param name="Fresh">Without asking the origin.</param>
/// <param name="WhileRevalidating">After that, while somebody asks.</param>
/// <param name="IfError">After that, while the origin fails.</param>
/// <param name="Source">What said so, for people: <c>Surrogate-Control</c>, <c>policy</c>, <c>default</c>.</param>
internal readonly record struct Lifetime(TimeSpan Fresh, TimeSpan WhileRevalidating, TimeSpan IfError, string Source)
{
    /// <summary>The longest time after which it is of no use to anybody.</summary>
    public TimeSpan Total => Fresh + (WhileRevalidating > IfError ? WhileRevalidating : IfError);
}
