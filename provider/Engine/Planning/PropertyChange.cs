using EdgeInfra.Protocol.Rpc;

namespace EdgeInfra.Engine.Planning;

/// <summary>One entry of a detailed diff.</summary>
/// <param name="FromInputs">The old value to show is the old input; otherwise it is the old output.</param>
internal sealed record PropertyChange(PropertyDiff.Types.Kind Kind, bool FromInputs);
