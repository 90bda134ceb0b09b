using System.Collections.Immutable;

namespace EdgeInfra.Engine.State;

/// <summary>All that is remembered of a stack. Resources stand after everything they depend on.</summary>
internal sealed record Snapshot(ImmutableArray<ResourceState> Resources, ImmutableArray<PendingOperation> PendingOperations)
{
    public static Snapshot Empty { get; } = new([], []);
}
