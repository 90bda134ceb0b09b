using System.Collections.Concurrent;
using EdgeInfra.Edge.Control;

namespace Unit.Edge.Control;

/// <summary>Keeps what it was told to purge.</summary>
internal sealed class RecordedPurges : IPurges
{
    public ConcurrentQueue<Purge> All { get; } = new();

    public void Carry(Purge purge) => All.Enqueue(purge);
}
