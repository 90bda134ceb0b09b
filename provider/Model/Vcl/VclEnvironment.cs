namespace EdgeInfra.Model.Vcl;

/// <summary>
/// What expressions are compiled against. Tables and ACLs are asked at each evaluation, so their content may change.
/// </summary>
public sealed record VclEnvironment(VclScope Scope)
{
    public VclViews Views { get; init; } = VclViews.All;

    /// <summary>null accepts every name, which is good for checking only: what is compiled so finds nothing.</summary>
    public IReadOnlyDictionary<string, ITable>? Tables { get; init; } = new Dictionary<string, ITable>();

    /// <summary>null accepts every name, which is good for checking only: what is compiled so contains nothing.</summary>
    public IReadOnlyDictionary<string, IAcl>? Acls { get; init; } = new Dictionary<string, IAcl>();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public Random Random { get; init; } = Random.Shared;

    /// <summary>Whether matches are kept for expressions evaluated later with the same frame.</summary>
    public bool KeepsCaptures { get; init; }

    /// <summary>The scope of a condition's type, such as REQUEST; null for a type there is not.</summary>
    public static VclScope? ScopeOf(string conditionType) => conditionType switch
    {
        "REQUEST" => VclScope.Recv,
        "PREFETCH" => VclScope.Miss,
        "CACHE" => VclScope.Fetch,
        "RESPONSE" => VclScope.Deliver,
        _ => null,
    };
}
