namespace EdgeInfra.Model;

/// <summary>
/// One rule that one property breaks. The property has its stack name (camelCase); the reason reads after it: "port must
/// be …".
/// </summary>
public sealed record Failure(string Property, string Reason)
{
    public override string ToString() => $"{Property} {Reason}";
}
