using System.Collections.Immutable;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Execution;

/// <summary>How a deployment ended.</summary>
/// <param name="Snapshot">The state reached; of a preview, the state that would be reached as far as it is known.</param>
internal sealed record DeploymentResult(
    bool Succeeded, ImmutableSortedDictionary<Operation, int> Changes, Snapshot Snapshot, TimeSpan Duration)
{
    /// <summary>Whether anything was, or would be, done.</summary>
    public bool HasChanges => Changes.Any(change => change.Key is not Operation.Same and not Operation.Read && change.Value > 0);
}
