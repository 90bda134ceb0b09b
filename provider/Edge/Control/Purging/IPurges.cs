namespace EdgeInfra.Edge.Control;

/// <summary>Removes from the cache. When it returns, no request that begins is answered with what was removed.</summary>
internal interface IPurges
{
    void Carry(Purge purge);
}
