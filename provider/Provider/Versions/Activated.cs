namespace EdgeInfra.Plugin.Versions;

/// <summary>How a transaction ended. Without a difference nothing was done and the number is the live one.</summary>
/// <param name="Previous">The version that was live before, 0 for none; null when nothing was done.</param>
internal sealed record Activated(int Number, int? Previous, bool Active, string? Remark = null);
