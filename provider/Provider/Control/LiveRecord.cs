using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Control;

/// <summary>An item, entry or content that is there; entries are told apart by their id.</summary>
internal sealed record LiveRecord(INamed Record, string? Id = null);
