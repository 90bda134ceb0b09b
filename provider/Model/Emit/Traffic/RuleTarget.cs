namespace EdgeInfra.Model;

/// <summary>What a header rule changes.</summary>
/// <param name="Header">Its name, for a header; else empty.</param>
/// <param name="Field">A field within the header, as in <c>Cookie:session</c>; null for all of it.</param>
public sealed record RuleTarget(RulePart Part, string Header = "", string? Field = null)
{
    /// <summary>What stands between the fields of the header.</summary>
    public char Separator => Header.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ? ';' : ',';
}
