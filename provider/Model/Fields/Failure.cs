namespace EdgeInfra.Model;

/// <summary>
/// One rule that one property breaks. The property has its stack name (camelCase); the reason reads after it: "port must
/// be …".
/// </summary>
public sealed record Failure(string Property, string Reason)
{
    /// <summary>Fastly allows the value, the runtime cannot obey it yet: it may be kept, but not activated.</summary>
    public bool IsNotYet { get; init; }

    /// <summary>What is wrong with the value where its effect is built; null when nothing is. Only with <see cref="IsNotYet"/>.</summary>
    public string? Beyond { get; init; }

    /// <summary>What is left of it at a target, or null.</summary>
    public Failure? At(Target target) => !IsNotYet || target == Target.Runtime ? this
        : Beyond is { } reason ? new(Property, reason)
        : null;

    public override string ToString() => $"{Property} {Reason}";
}
