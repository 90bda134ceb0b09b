namespace EdgeInfra.Model;

/// <summary>The general settings of a version, where they differ. They have no name: a version has them once.</summary>
public sealed record SettingsChange(Settings Before, Settings After);
