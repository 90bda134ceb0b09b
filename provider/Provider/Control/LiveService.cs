using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Control;

/// <summary>A service as the control API has it.</summary>
/// <param name="Active">The version that is live, or null.</param>
/// <param name="Newest">Without a live version, the version with the highest number; else null.</param>
/// <param name="Highest">The highest version number so far.</param>
internal sealed record LiveService(Service Service, LiveVersion? Active, LiveVersion? Newest, int Highest);
