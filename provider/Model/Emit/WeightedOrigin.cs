namespace EdgeInfra.Model;

/// <summary>An origin and its share: the weight over the sum of all weights beside it. A weight is at least 1.</summary>
public sealed record WeightedOrigin(Origin Origin, int Weight);
