using EdgeInfra.Protocol;

namespace EdgeInfra.Plugin.Components;

/// <summary>An output of a component, and the children that it comes from.</summary>
internal sealed record ComponentOutput(string Name, PropertyValue Value, params string[] From);
