namespace EdgeInfra.Plugin.Config;

/// <summary>One property of the provider itself.</summary>
/// <param name="Variable">The environment variable that stands in for it.</param>
internal sealed record Setting(string Name, string Description, string Variable, bool Secret);
