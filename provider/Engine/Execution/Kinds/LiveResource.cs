using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Execution.Kinds;

/// <summary>What a provider has read back.</summary>
/// <param name="Inputs">Null when the provider cannot tell them.</param>
internal sealed record LiveResource(string Id, PropertyMap? Inputs, PropertyMap Outputs);
