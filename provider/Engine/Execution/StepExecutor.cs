using EdgeInfra.Engine.Execution.Kinds;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Engine.Execution;

/// <summary>Does what a step says: tells the display, notes the pending operation, calls, remembers, saves.</summary>
/// <remarks>A step that fails is reported here; callers see a <see cref="StepFailedException"/> and say nothing more.</remarks>
internal sealed class StepExecutor(Journal journal, Saving saving, Progress progress, TimeProvider time, bool dryRun)
{
    /// <param name="replaced">The resource whose place the new one takes; null when there was none.</param>
    /// <param name="keepReplaced">It is still there and is deleted at the end.</param>
    public Task<ResourceState> Create(
        IResourceKind kind, ResourceState planned, StepReport step, ResourceState? replaced = null, bool keepReplaced = false)
    {
        return Mutate(step, "creating", planned, Call, Partial, Remember);

        async Task<ResourceState> Call()
        {
            var (id, outputs) = await kind.Create(planned).ConfigureAwait(false);
            return Stamped(Reached(kind, planned with { Id = id, InitErrors = [] }, outputs));
        }

        ResourceState Partial(ErrorResourceInitFailed failed) =>
            Stamped(Reached(
                kind, planned with { Id = failed.Id, InitErrors = [.. failed.Reasons] }, ValueCodec.FromStruct(failed.Properties)));

        void Remember(ResourceState reached)
        {
            if (replaced is not null && keepReplaced)
            {
                journal.RecordReplacement(reached, replaced);
            }
            else
            {
                journal.Record(reached, replaced);
            }
        }
    }

    public Task<ResourceState> Update(IResourceKind kind, ResourceState old, ResourceState planned, StepReport step)
    {
        return Mutate(step, "updating", planned, Call, Partial, reached => journal.Record(reached, old));

        async Task<ResourceState> Call()
        {
            var outputs = await kind.Update(old, planned).ConfigureAwait(false);
            return Stamped(Reached(kind, planned with { InitErrors = [] }, outputs));
        }

        // The old inputs stay, so that the next run sees the same difference again.
        ResourceState Partial(ErrorResourceInitFailed failed) =>
            Stamped(Reached(kind, planned with { Inputs = old.Inputs, InitErrors = [.. failed.Reasons] }, ValueCodec.FromStruct(failed.Properties)));
    }

    /// <summary>
    /// Leaves the resource alone; options and dependencies may have changed and are remembered with the next save.
    /// </summary>
    public async Task<ResourceState> Keep(IResourceKind kind, ResourceState old, ResourceState planned, StepReport step)
    {
        var kept = Reached(kind, planned, planned.Outputs);
        progress.Begin(step);
        try
        {
            await kind.Keep(kept).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            throw progress.Fail(step, Problems.Of(error));
        }

        journal.Record(kept, old);
        progress.End(step with { New = kept });
        return kept;
    }

    /// <summary>Takes a resource into the state that exists already.</summary>
    public Task<ResourceState> Read(
        IResourceKind kind,
        ResourceState planned,
        StepReport step,
        string pending,
        Func<LiveResource, ResourceState> accept,
        Action<ResourceState> remember)
    {
        return Mutate(step, pending, planned, Call, null, remember);

        async Task<ResourceState> Call()
        {
            var live = await kind.Read(planned).ConfigureAwait(false)
                ?? throw new StepRefusedException($"{planned.Type} with the id '{planned.Id}' does not exist");
            var accepted = accept(live);
            return Reached(kind, accepted, accepted.Outputs);
        }
    }

    /// <summary>Deletes, in the world unless nothing is to be deleted there, and then from the state.</summary>
    /// <param name="afterwards">What becomes of the state instead, when it is not to be forgotten.</param>
    public Task Delete(IResourceKind kind, ResourceState old, StepReport step, bool inTheWorld, Action? afterwards = null) =>
        Mutate(
            step,
            "deleting",
            old,
            async () =>
            {
                if (inTheWorld && !dryRun)
                {
                    await kind.Delete(old).ConfigureAwait(false);
                }

                return old;
            },
            null,
            _ => (afterwards ?? (() => journal.Remove(old)))());

    private static ResourceState Reached(IResourceKind kind, ResourceState planned, PropertyMap outputs) => planned with
    {
        Outputs = Secrets.Mark(planned.AdditionalSecretOutputs, Secrets.Carry(planned.Inputs, outputs, kind.KeepsSecrets)),
    };

    private async Task<ResourceState> Mutate(
        StepReport step,
        string pendingType,
        ResourceState subject,
        Func<Task<ResourceState>> call,
        Func<ErrorResourceInitFailed, ResourceState>? partial,
        Action<ResourceState> remember)
    {
        progress.Begin(step);
        var pending = dryRun || !subject.Custom || Urn.IsProviderType(subject.Type)
            ? null
            : new PendingOperation(subject, pendingType);
        try
        {
            await BeginPending(pending).ConfigureAwait(false);
            var reached = await call().ConfigureAwait(false);
            remember(reached);
            journal.Forget(pending);
            await saving.Save().ConfigureAwait(false);
            progress.End(step.Operation is Operation.Delete or Operation.DeleteReplaced ? step : step with { New = reached });
            return reached;
        }
        catch (Exception error)
        {
            if (partial is not null && (error as RpcException)?.Detail<ErrorResourceInitFailed>() is { } failed)
            {
                remember(partial(failed));
            }

            await EndPending(pending, error).ConfigureAwait(false);
            throw progress.Fail(step, Problems.Of(error));
        }
    }

    private async Task BeginPending(PendingOperation? pending)
    {
        if (pending is not null)
        {
            journal.Begin(pending);
            await saving.Save().ConfigureAwait(false);
        }
    }

    private async Task EndPending(PendingOperation? pending, Exception error)
    {
        if (!Problems.LeavesDoubt(error))
        {
            journal.Forget(pending);
        }

        try
        {
            await saving.Save().ConfigureAwait(false);
        }
        catch (StepRefusedException unsaved)
        {
            progress.Error("", unsaved.Message);
            progress.Stop(); // Nothing more may be done that cannot be remembered.
        }
    }

    private ResourceState Stamped(ResourceState state)
    {
        if (dryRun)
        {
            return state;
        }

        var now = time.GetUtcNow();
        return state with { Created = state.Created ?? now, Modified = now };
    }
}
