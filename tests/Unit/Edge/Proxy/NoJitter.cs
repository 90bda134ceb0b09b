namespace Unit.Edge.Proxy;

/// <summary>Leaves every pause between probes as long as it is declared.</summary>
internal sealed class NoJitter : Random
{
    public override double NextDouble() => 0;
}
