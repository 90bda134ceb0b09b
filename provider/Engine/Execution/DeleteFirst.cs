using EdgeInfra.Engine.Execution.Kinds;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Execution;

/// <summary>
/// Deletes a resource before its replacement is created, and before it all that would have to be replaced with it.
/// </summary>
internal sealed class DeleteFirst(Journal journal, StepExecutor steps, KindFinder kinds, Claims claims)
{
    /// <returns>The resource as it is remembered until its replacement is there.</returns>
    public async Task<ResourceState> Delete(ResourceState old)
    {
        var ended = new TaskCompletionSource();
        var doomed = new List<ResourceState> { old };
        try
        {
            await Collect(doomed, ended.Task).ConfigureAwait(false);
            var guarded = doomed.Skip(1).Where(state => state.Protect).ToArray();
            if (guarded.Length > 0)
            {
                throw new StepRefusedException(
                    [.. guarded.Select(state => $"replacing it would delete {state.Urn}, which is protected")]);
            }

            var gone = old;
            foreach (var state in doomed.AsEnumerable().Reverse())
            {
                gone = await Delete(state, doomed).ConfigureAwait(false);
            }

            return gone;
        }
        finally
        {
            claims.GiveBack(doomed);
            ended.SetResult();
        }
    }

    // States stand after what they need, so one pass finds dependents of dependents.
    private async Task Collect(List<ResourceState> doomed, Task ended)
    {
        foreach (var candidate in journal.Rest
            .Where(state => state.Custom && !state.Delete && !state.PendingReplacement && !state.External))
        {
            if (await MustGo(candidate, doomed).ConfigureAwait(false) && claims.Withhold(candidate, ended))
            {
                doomed.Add(candidate);
            }
        }
    }

    private async Task<bool> MustGo(ResourceState candidate, List<ResourceState> doomed)
    {
        if (doomed.Contains(candidate) || StepGenerator.GoesWith(candidate, doomed))
        {
            return !doomed.Contains(candidate);
        }

        var changing = StepGenerator.InputsFrom(candidate, doomed);
        if (changing.IsEmpty)
        {
            return false;
        }

        var news = changing.Aggregate(candidate.Inputs, (inputs, key) => inputs.With(key, PropertyValue.Unknown.Instance));
        var asked = Inheritance.Remembered(candidate) with { IgnoreChanges = candidate.IgnoreChanges };
        var kind = await kinds.Of(candidate).ConfigureAwait(false);
        var diff = await kind.Diff(candidate, asked, news).ConfigureAwait(false);
        return diff.WithReplaceOnChanges(candidate.ReplaceOnChanges).Replaces;
    }

    private async Task<ResourceState> Delete(ResourceState state, List<ResourceState> doomed)
    {
        var kind = await kinds.Of(state).ConfigureAwait(false);
        var pending = state with { PendingReplacement = true };
        var inTheWorld = !state.RetainOnDelete && !doomed.Any(other => other.Urn == state.DeletedWith);
        var step = Steps.Of(Operation.DeleteReplaced, state, null);
        await steps.Delete(kind, state, step, inTheWorld, () => journal.Swap(state, pending)).ConfigureAwait(false);
        return pending;
    }
}
