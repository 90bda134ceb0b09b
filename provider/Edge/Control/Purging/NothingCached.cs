namespace EdgeInfra.Edge.Control;

/// <summary>Purges of a runtime without a cache: what is not kept need not be removed.</summary>
internal sealed class NothingCached : IPurges
{
    public void Carry(Purge purge)
    {
    }
}
