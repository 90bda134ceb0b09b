namespace EdgeInfra.Model;

/// <summary>
/// One rule that one property breaks. The property has its stack name (camelCase); the reason reads after it: "port must
/// be …".
/// </summary>
public sealed record Failure(string Property, string Reason)
{
    /// <summary>Fastly allows the value, the runtime cannot obey it yet: it may be kept, but not activated.</summary>
    public bool IsNotYet { get; init; }

    /// <summary>Whether it is one at a target.</summary>
    public bool HoldsAt(Target target) => !IsNotYet || target == Target.Runtime;

    public override string ToString() => $"{Property} {Reason}";
}
