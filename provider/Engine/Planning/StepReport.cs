using System.Collections.Immutable;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Planning;

/// <summary>A step as the display sees it: what happens to which resource, and what differs.</summary>
internal sealed record StepReport
{
    public required Operation Operation { get; init; }

    public required string Urn { get; init; }

    public required string Type { get; init; }

    public ResourceState? Old { get; init; }

    /// <summary>The planned state; once the step has ended, the state reached. Null for deletes.</summary>
    public ResourceState? New { get; init; }

    /// <summary>Top-level properties that force a replacement.</summary>
    public ImmutableArray<string> ReplaceKeys { get; init; } = [];

    /// <summary>Top-level properties that differ.</summary>
    public ImmutableArray<string> Diffs { get; init; } = [];

    /// <summary>By property path, as in <c>backends[0].weight</c>; empty when the provider gave none.</summary>
    public ImmutableSortedDictionary<string, PropertyChange> DetailedDiff { get; init; } =
        ImmutableSortedDictionary<string, PropertyChange>.Empty;

    /// <summary>Counted in summaries; the halves of a replacement and default providers are not.</summary>
    public bool Logical { get; init; } = true;
}
