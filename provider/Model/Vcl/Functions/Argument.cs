namespace EdgeInfra.Model.Vcl;

/// <summary>What was given for a parameter: code, or one of the things that only parameters can be.</summary>
internal sealed record Argument(Code? Code = null, TimedRegex? Pattern = null, ITable? Table = null);
