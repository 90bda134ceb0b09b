using EdgeInfra.Protocol;

namespace EdgeInfra.Plugin;

/// <summary>A resource as it really is: outputs, and inputs that pass Check unchanged.</summary>
internal sealed record LiveResource(string Id, PropertyMap Outputs, PropertyMap Inputs);
