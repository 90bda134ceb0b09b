using System.Collections.Immutable;
using EdgeInfra.Engine.Execution.Kinds;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Execution;

/// <summary>Deletes what is no longer wanted: dependents first, what doesn't depend on each other at the same time.</summary>
internal sealed class Deletion(
    DeploymentOptions options, Journal journal, Progress progress, StepExecutor steps, KindFinder kinds)
{
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);

    public async Task Run(ImmutableArray<ResourceState> unwanted)
    {
        if (Refuse(unwanted))
        {
            return;
        }

        var urns = unwanted.Select(state => state.Urn).ToHashSet(StringComparer.Ordinal);
        using var slots = new SemaphoreSlim(Math.Max(1, options.Parallel));
        foreach (var group in DependencyGraph.DeletionOrder(unwanted))
        {
            if (progress.Stopping)
            {
                return;
            }

            var kept = DependencyGraph.KeptBy(unwanted.Where(state => _failed.Contains(state.Urn)), unwanted);
            await Task.WhenAll(group.Where(state => !kept.Contains(state.Urn)).Select(state => Delete(state, urns, slots)))
                .ConfigureAwait(false);
        }
    }

    private static Operation OperationOn(ResourceState state) => state switch
    {
        { PendingReplacement: true } => Operation.RemovePendingReplace,
        { External: true, Delete: true } => Operation.DiscardReplaced,
        { External: true } => Operation.Discard,
        { Delete: true } => Operation.DeleteReplaced,
        _ => Operation.Delete,
    };

    // All objections at once, and nothing is deleted when there is one.
    private bool Refuse(ImmutableArray<ResourceState> unwanted)
    {
        var guarded = unwanted.Where(state => state.Protect && !state.PendingReplacement).ToArray();
        foreach (var state in guarded)
        {
            _ = progress.Fail(
                state.Urn, ["it is protected and cannot be deleted; take away the option 'protect' with an update first"]);
        }

        var staying = journal.All.Where(state => !unwanted.Any(other => ReferenceEquals(other, state)));
        var needed = options.Targets.IsEmpty
            ? []
            : DependencyGraph.KeptBy(staying, []).Intersect(unwanted.Select(state => state.Urn)).ToArray();
        foreach (var urn in needed)
        {
            _ = progress.Fail(urn, ["it cannot be deleted: resources outside of the targets need it; target them as well"]);
        }

        return guarded.Length > 0 || needed.Length > 0;
    }

    private async Task Delete(ResourceState state, HashSet<string> unwanted, SemaphoreSlim slots)
    {
        await slots.WaitAsync().ConfigureAwait(false);
        try
        {
            if (!progress.Stopping)
            {
                await Delete(state, unwanted).ConfigureAwait(false);
            }
        }
        catch (StepFailedException failed)
        {
            lock (_failed)
            {
                _failed.Add(failed.Urn);
            }
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task Delete(ResourceState state, HashSet<string> unwanted)
    {
        var inTheWorld = state is { Custom: true, External: false, RetainOnDelete: false, PendingReplacement: false }
            && !unwanted.Contains(state.DeletedWith) && !options.DryRun;
        var step = Steps.Of(OperationOn(state), state, null);
        IResourceKind kind;
        try
        {
            kind = inTheWorld ? await kinds.Of(state).ConfigureAwait(false) : new ComponentKind();
        }
        catch (Exception error)
        {
            progress.Begin(step);
            throw progress.Fail(step, Problems.Of(error));
        }

        await steps.Delete(kind, state, step, inTheWorld).ConfigureAwait(false);
    }
}
