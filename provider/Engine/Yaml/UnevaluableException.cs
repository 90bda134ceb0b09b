namespace EdgeInfra.Engine.Yaml;

/// <summary>An expression has no value. Without a message the reason has been reported where it arose.</summary>
internal sealed class UnevaluableException(SourceSpot at, string? message) : Exception(message)
{
    public SourceSpot At { get; } = at;

    public string? Reason { get; } = message;
}
