using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Control;

/// <summary>What one answer tells of a service.</summary>
/// <param name="Active">Number of the live version.</param>
/// <param name="Described">The live version, or without one the newest, when its objects were told too.</param>
internal sealed record ServiceDetails(Service Service, int? Active, int Highest, LiveVersion? Described);
