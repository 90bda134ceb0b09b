namespace EdgeInfra.Engine.State;

/// <summary>How long each operation on a resource may take, in seconds; 0 leaves it to the provider.</summary>
internal sealed record Timeouts(double Create = 0, double Update = 0, double Delete = 0, double Read = 0);
