using System.Collections.Immutable;
using EdgeInfra.Engine.Execution.Kinds;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;

namespace EdgeInfra.Engine.Execution;

/// <summary>Check, diff, decide, do: what happens to one resource between its registration and the answer.</summary>
internal sealed class Lifecycle(
    DeploymentOptions options,
    Journal journal,
    Progress progress,
    StepExecutor steps,
    KindFinder kinds,
    Claims claims,
    ProviderChange providers,
    DeleteFirst deleteFirst,
    Reading reading)
{
    public async Task<Registered> Run(Registration resource)
    {
        if (!options.DryRun && resource.Inputs.HasUnknown())
        {
            throw new StepRefusedException("an input is not known although this is no preview; nothing it depends on has failed");
        }

        var old = await claims.Claim(resource).ConfigureAwait(false);
        if (!IsTargeted(resource))
        {
            return LeaveAlone(resource, old);
        }

        var kind = await kinds.Of(resource).ConfigureAwait(false);
        if (resource.ReadId is { } id)
        {
            return Done(await reading.Read(kind, resource, id, old).ConfigureAwait(false));
        }

        if (Importing.IsWanted(resource, old))
        {
            return await Import(kind, resource, old).ConfigureAwait(false);
        }

        if (old is { External: true } or { PendingReplacement: true })
        {
            var inputs = await kind.Check(resource, PropertyMap.Empty, resource.Inputs).ConfigureAwait(false);
            return Done(await Recreate(kind, resource, old, inputs, DiffOutcome.None).ConfigureAwait(false));
        }

        var wanted = old is null ? resource.Inputs : IgnoreChanges.Apply(resource.IgnoreChanges, old.Inputs, resource.Inputs);
        var news = await kind.Check(resource, old?.Inputs ?? PropertyMap.Empty, wanted).ConfigureAwait(false);
        if (old is null)
        {
            var planned = resource.Planned(null, news);
            return Done(await steps.Create(kind, planned, Steps.Of(Operation.Create, null, planned)).ConfigureAwait(false));
        }

        return await Change(kind, resource, old, news).ConfigureAwait(false);
    }

    private static Registered Done(ResourceState state, ImmutableArray<string> stables = default) =>
        new(state.Urn, Result.Success, state, stables.IsDefault ? [] : stables);

    private async Task<Registered> Change(IResourceKind kind, Registration resource, ResourceState old, PropertyMap news)
    {
        var diff = await providers.ForcesReplacement(resource, old).ConfigureAwait(false)
            ? DiffOutcome.None.Replacing("provider")
            : await kind.Diff(old, resource, news).ConfigureAwait(false);
        var verdict = StepGenerator.Decide(resource, old, diff);
        var objections = StepGenerator.Objections(resource, old, verdict).ToArray();
        if (objections.Length > 0)
        {
            throw new StepRefusedException(objections);
        }

        var planned = resource.Planned(old, news);
        return verdict.Operation switch
        {
            Operation.Same => Done(await steps.Keep(kind, old, planned, Steps.Of(Operation.Same, old, planned)).ConfigureAwait(false)),
            Operation.Update => Done(
                await steps.Update(kind, old, planned, Steps.Of(Operation.Update, old, planned, verdict.Diff)).ConfigureAwait(false),
                verdict.Diff.Stables),
            _ => Done(await Replace(kind, resource, old, verdict).ConfigureAwait(false)),
        };
    }

    private async Task<ResourceState> Replace(IResourceKind kind, Registration resource, ResourceState old, Verdict verdict)
    {
        // Without the old inputs, so that a generated name becomes a new one.
        var wanted = IgnoreChanges.Apply(resource.IgnoreChanges, old.Inputs, resource.Inputs);
        var news = await kind.Check(resource, PropertyMap.Empty, wanted).ConfigureAwait(false);
        if (verdict.DeleteFirst)
        {
            var gone = await deleteFirst.Delete(old).ConfigureAwait(false);
            return await Recreate(kind, resource, gone, news, verdict.Diff).ConfigureAwait(false);
        }

        var planned = resource.Planned(null, news);
        var reached = await steps.Create(
            kind, planned, Steps.Of(Operation.CreateReplacement, old, planned, verdict.Diff), old, keepReplaced: true).ConfigureAwait(false);
        progress.Replaced(old, reached, verdict.Diff);
        return reached;
    }

    private async Task<ResourceState> Recreate(IResourceKind kind, Registration resource, ResourceState gone, PropertyMap news, DiffOutcome diff)
    {
        var planned = resource.Planned(null, news);
        var reached = await steps.Create(kind, planned, Steps.Of(Operation.CreateReplacement, gone, planned, diff), gone).ConfigureAwait(false);
        progress.Replaced(gone, reached, diff);
        return reached;
    }

    private async Task<Registered> Import(IResourceKind kind, Registration resource, ResourceState? old)
    {
        var planned = resource.Planned(null, PropertyMap.Empty) with { Id = resource.ImportId };
        var operation = old is null ? Operation.Import : Operation.ImportReplacement;
        var imported = await steps.Read(
            kind, planned, Steps.Of(operation, old, planned), "importing", live => Importing.Accept(planned, live), reached =>
            {
                if (old is null or { External: true })
                {
                    journal.Record(reached, old);
                }
                else
                {
                    journal.RecordReplacement(reached, old);
                }
            }).ConfigureAwait(false);
        if (old is not null)
        {
            progress.Replaced(old, imported, DiffOutcome.None);
        }

        var wanted = IgnoreChanges.Apply(resource.IgnoreChanges, imported.Inputs, resource.Inputs);
        var news = await kind.Check(resource, imported.Inputs, wanted).ConfigureAwait(false);
        var verdict = StepGenerator.Decide(resource, imported, await kind.Diff(imported, resource, news).ConfigureAwait(false));
        if (verdict.Operation == Operation.Replace)
        {
            throw new StepRefusedException(Importing.Refusal(imported, verdict));
        }

        var changed = resource.Planned(imported, news);
        return Done(verdict.Operation == Operation.Update
            ? await steps.Update(kind, imported, changed, Steps.Of(Operation.Update, imported, changed, verdict.Diff)).ConfigureAwait(false)
            : journal.Swap(imported, imported with { Inputs = news }));
    }

    // The stack, components and providers hold the others together and are done whatever the targets are.
    private bool IsTargeted(Registration resource) =>
        options.Targets.IsEmpty || !resource.Custom || Urn.IsProviderType(resource.Type) || options.Targets.Contains(resource.Urn);

    private Registered LeaveAlone(Registration resource, ResourceState? old)
    {
        if (old is null)
        {
            progress.Skip([resource.Urn]);
            return new Registered(resource.Urn, Result.Skip, null, [])
            {
                Problem = $"{resource.Urn} is not among the targets and does not exist yet",
            };
        }

        var kept = old with { Urn = resource.Urn };
        var step = Steps.Of(Operation.Same, old, kept);
        progress.Begin(step);
        journal.Record(kept, old);
        progress.End(step);
        return Done(kept);
    }
}
