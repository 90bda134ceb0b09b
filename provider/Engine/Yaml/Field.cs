namespace EdgeInfra.Engine.Yaml;

/// <summary>An entry of an object in a YAML program.</summary>
/// <param name="At">Where its name stands.</param>
internal sealed record Field(SourceSpot At, string Name, Expression Value);
