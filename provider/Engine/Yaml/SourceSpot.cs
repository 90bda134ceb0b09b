namespace EdgeInfra.Engine.Yaml;

/// <summary>A place in a YAML file; both numbers begin at 1.</summary>
internal readonly record struct SourceSpot(int Line, int Column);
