namespace EdgeInfra.Model;

/// <summary>The parts of a message that a header rule can change.</summary>
public enum RulePart
{
    Header,
    Url,
    Backend,
    Status,

    /// <summary>The reason phrase.</summary>
    Reason,
}
