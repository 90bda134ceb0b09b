namespace EdgeInfra.Plugin.Versions;

/// <summary>How a transaction ended. Without a difference nothing was done and the number is the live one.</summary>
/// <param name="Previous">The version that was live before, 0 for none; null when nothing was done.</param>
internal sealed record Activated(int Number, int? Previous, bool Active, string? Remark = null)
{
    public bool Staged { get; init; }

    public bool Pinned { get; init; }

    /// <summary>For a preview: which version would follow; null when none would.</summary>
    public string? Announcement => (Previous, Active) switch
    {
        (null, _) => null,
        (_, true) when Pinned => $"version {Number} would be live again, in place of {(Previous == 0 ? "none" : $"version {Previous}")}",
        (_, false) when Staged => $"version {Number} would be staged; version {Previous} stays live",
        (_, false) => $"version {Number} would be drafted, and not activated",
        (0, _) => $"version {Number} would be the first to go live",
        _ => $"version {Number} would follow version {Previous}",
    };
}
