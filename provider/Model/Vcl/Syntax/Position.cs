namespace EdgeInfra.Model.Vcl;

/// <summary>Where something stands in a statement; both count from 1, columns in characters of their line.</summary>
public readonly record struct Position(int Line, int Column);
