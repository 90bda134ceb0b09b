namespace EdgeInfra.Plugin.Versions;

/// <summary>How a transaction ended. Without a difference nothing was done and the number is the live one.</summary>
/// <param name="Previous">The version that was live before, 0 for none; null when nothing was done.</param>
internal sealed record Activated(int Number, int? Previous, bool Active, string? Remark = null)
{
    /// <summary>For a preview: which version would follow; null when none would.</summary>
    public string? Announcement => (Previous, Active) switch
    {
        (null, _) => null,
        (_, false) => $"version {Number} would be drafted, and not activated",
        (0, _) => $"version {Number} would be the first to go live",
        _ => $"version {Number} would follow version {Previous}",
    };
}
