namespace EdgeInfra.Model;

/// <summary>How a header rule changes its target. Rules with a pattern set what replacing gives.</summary>
public enum RuleAction
{
    Set,
    Append,
    Delete,
}
