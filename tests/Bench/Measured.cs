namespace Bench;

/// <summary>A figure, and the limit it must stay below; without one it is only told.</summary>
internal sealed record Measured(string What, double Value, string Unit, double? Limit = null)
{
    public bool Holds => Limit is null || Value < Limit;
}
