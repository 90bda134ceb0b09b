namespace EdgeInfra.Edge.Proxy;

/// <summary>What is left to do for a request: the stages that follow, as one call.</summary>
internal delegate ValueTask EdgeHandler(EdgeRequest request);
