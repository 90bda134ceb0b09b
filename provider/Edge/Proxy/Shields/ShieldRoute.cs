namespace EdgeInfra.Edge.Proxy.Shields;

/// <summary>The way to one origin through the place that shields it.</summary>
internal sealed record ShieldRoute(ShieldNode Node, LiveOrigin Through);
