using System.Collections.Concurrent;
using System.Collections.Immutable;
using EdgeInfra.Engine.Execution.Kinds;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Engine.Execution;

/// <summary>Reads every managed resource back and corrects the state. Nothing in the world is changed.</summary>
/// <remarks>A step begins as Refresh and ends as what it came to: Same, Update or Delete.</remarks>
internal sealed class Refreshing(
    DeploymentOptions options, Journal journal, Saving saving, Progress progress, KindFinder kinds, TimeProvider time)
{
    private readonly ConcurrentBag<ResourceState> _gone = [];

    /// <param name="counted">False when it only prepares another operation, whose steps are the ones to count.</param>
    public async Task Run(bool counted)
    {
        using var slots = new SemaphoreSlim(Math.Max(1, options.Parallel));
        await Task.WhenAll(journal.Rest.Where(IsRead).Select(state => Refresh(state, counted, slots))).ConfigureAwait(false);
        journal.Forget(_gone);
        await saving.Save().ConfigureAwait(false);
    }

    private bool IsRead(ResourceState state) => state is { Custom: true, Delete: false, PendingReplacement: false }
        && !Urn.IsProviderType(state.Type)
        && (options.Targets.IsEmpty || options.Targets.Contains(state.Urn));

    private async Task Refresh(ResourceState old, bool counted, SemaphoreSlim slots)
    {
        await slots.WaitAsync().ConfigureAwait(false);
        try
        {
            if (!progress.Stopping)
            {
                await Refresh(old, counted).ConfigureAwait(false);
            }
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task Refresh(ResourceState old, bool counted)
    {
        var step = Steps.Of(Operation.Refresh, old, old) with { Logical = counted };
        progress.Begin(step);
        try
        {
            var kind = await kinds.Of(old).ConfigureAwait(false);
            var reached = await Read(kind, old).ConfigureAwait(false);
            progress.End(await Settle(kind, old, reached).ConfigureAwait(false) with { Logical = counted });
            await saving.Save().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            _ = progress.Fail(step, Problems.Of(error));
        }
    }

    private async Task<ResourceState?> Read(IResourceKind kind, ResourceState old)
    {
        try
        {
            return await kind.Read(old).ConfigureAwait(false) is { } live
                ? Reached(kind, old, live.Id, live.Inputs, live.Outputs) with { InitErrors = [] }
                : null;
        }
        catch (RpcException error) when (error.Detail<ErrorResourceInitFailed>() is { } half)
        {
            progress.Warn(old.Urn, $"it is there, but not ready: {string.Join("; ", half.Reasons)}");
            var inputs = half.Inputs is null ? null : ValueCodec.FromStruct(half.Inputs);
            return Reached(kind, old, half.Id, inputs, ValueCodec.FromStruct(half.Properties)) with { InitErrors = [.. half.Reasons] };
        }
    }

    private static ResourceState Reached(IResourceKind kind, ResourceState old, string id, PropertyMap? inputs, PropertyMap outputs) => old with
    {
        Id = id,
        Inputs = inputs is null ? old.Inputs : Secrets.Carry(old.Inputs, inputs, kind.KeepsSecrets),
        Outputs = Secrets.Mark(old.AdditionalSecretOutputs, Secrets.Carry(old.Inputs, Secrets.Carry(old.Outputs, outputs, kind.KeepsSecrets), kind.KeepsSecrets)),
    };

    private async Task<StepReport> Settle(IResourceKind kind, ResourceState old, ResourceState? reached)
    {
        if (reached is null)
        {
            _gone.Add(old);
            return Steps.Of(Operation.Delete, old, null);
        }

        var changed = old.Id != reached.Id || !old.Inputs.Equals(reached.Inputs) || !old.Outputs.Equals(reached.Outputs);
        if (!changed)
        {
            journal.Swap(old, reached);
            return Steps.Of(Operation.Same, old, reached);
        }

        var stamped = options.DryRun ? reached : reached with { Modified = time.GetUtcNow() };
        journal.Swap(old, stamped);
        return Steps.Of(Operation.Update, old, stamped, await Difference(kind, old, stamped).ConfigureAwait(false));
    }

    // The provider compares what is there with what was asked for; seen from the old state that is the other way round.
    private static async Task<DiffOutcome> Difference(IResourceKind kind, ResourceState old, ResourceState reached)
    {
        var outputs = StructuralDiff.Between(old.Outputs, reached.Outputs, inputs: false);
        try
        {
            var found = await kind.Diff(reached, Inheritance.Remembered(reached), old.Inputs).ConfigureAwait(false);
            if (found.HasChanges)
            {
                var detailed = found.Detailed.ToImmutableSortedDictionary(
                    entry => entry.Key, entry => entry.Value with { Kind = Inverse(entry.Value.Kind) });
                return new DiffOutcome { HasChanges = true, Diffs = found.Diffs, Detailed = detailed };
            }
        }
        catch (RpcException)
        {
            // Only for display: outputs then say what differs.
        }

        return new DiffOutcome
        {
            HasChanges = true,
            Detailed = outputs,
            Diffs = [.. outputs.Keys.Select(path => PropertyPath.Lenient(path).Root).Distinct()],
        };
    }

    private static PropertyDiff.Types.Kind Inverse(PropertyDiff.Types.Kind kind) => kind switch
    {
        PropertyDiff.Types.Kind.Add or PropertyDiff.Types.Kind.AddReplace => PropertyDiff.Types.Kind.Delete,
        PropertyDiff.Types.Kind.Delete or PropertyDiff.Types.Kind.DeleteReplace => PropertyDiff.Types.Kind.Add,
        _ => PropertyDiff.Types.Kind.Update,
    };
}
