namespace EdgeInfra.Plugin.Import;

/// <summary>A value of the configuration that a stack program asks for.</summary>
internal sealed record PlannedSetting(string Name, string? Default = null, bool Secret = false);
