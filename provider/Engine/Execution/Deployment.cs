using System.Collections.Immutable;
using System.Globalization;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.Plugins;
using EdgeInfra.Engine.Programs;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Execution;

/// <summary>Runs one operation on a stack: an update, a refresh or a destruction, or the preview of one.</summary>
internal sealed class Deployment(
    DeploymentOptions options, IPluginSource plugins, ISnapshotStore? store, Action<EngineEvent> report,
    TimeProvider time) : IDeployment
{
    public Task<DeploymentResult> Update(IProgram program, Snapshot start, CancellationToken cancel) =>
        Run(Undecided(start), async run =>
        {
            Warn(run, start, "an earlier run was interrupted while {0} it; see whether it is there, and refresh");
            if (options.Refresh)
            {
                await run.Refreshing.Run(counted: false).ConfigureAwait(false);
            }

            if (!run.Progress.Stopping)
            {
                await RunProgram(run, program, cancel).ConfigureAwait(false);
            }
        }, cancel);

    public Task<DeploymentResult> Refresh(Snapshot start, CancellationToken cancel) =>
        Run(start with { PendingOperations = [] }, run =>
        {
            Warn(run, start, "an earlier run was interrupted while {0} it; this refresh forgets that: "
                + "what it may have created and the state doesn't know is not managed");
            return run.Refreshing.Run(counted: true);
        }, cancel);

    public Task<DeploymentResult> Destroy(Snapshot start, CancellationToken cancel) =>
        Run(Undecided(start), async run =>
        {
            Warn(run, start, "an earlier run was interrupted while {0} it; if it is there, it is not destroyed");
            if (options.Refresh)
            {
                await run.Refreshing.Run(counted: false).ConfigureAwait(false);
            }

            if (!run.Progress.Stopping)
            {
                await run.Deletion.Run([.. run.Journal.Rest.Where(IsTargeted)]).ConfigureAwait(false);
            }
        }, cancel);

    // What was being created may exist without an id that anybody knows; all other kinds can simply be tried again.
    private static Snapshot Undecided(Snapshot start) =>
        start with { PendingOperations = [.. start.PendingOperations.Where(pending => pending.Type == "creating")] };

    private static void Warn(DeploymentRun run, Snapshot start, string text)
    {
        foreach (var pending in start.PendingOperations)
        {
            run.Progress.Warn(pending.Resource.Urn, string.Format(CultureInfo.InvariantCulture, text, pending.Type));
        }
    }

    private async Task<DeploymentResult> Run(Snapshot start, Func<DeploymentRun, Task> body, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        var run = await DeploymentRun.Start(options, start, plugins, options.DryRun ? null : store, report, time)
            .ConfigureAwait(false);
        await using (run.ConfigureAwait(false))
        {
            var cancelling = Task.CompletedTask;
            var registration = cancel.Register(() => cancelling = run.Cancel());
            await using (registration.ConfigureAwait(false))
            {
                await Guarded(run, () => body(run)).ConfigureAwait(false);
            }

            await cancelling.ConfigureAwait(false);
            if (run.Progress.Cancelled)
            {
                run.Progress.Error("", "cancelled: what had begun was finished, the rest was left as it was");
            }

            await Guarded(run, run.Saving.Save).ConfigureAwait(false);
            var result = new DeploymentResult(
                !run.Progress.HasFailed, run.Progress.Changes, run.Journal.Build(), time.GetElapsedTime(began));
            run.Progress.Report(new EngineEvent.Summary(result.Succeeded, result.Changes, result.Duration));
            return result;
        }
    }

    private async Task RunProgram(DeploymentRun run, IProgram program, CancellationToken cancel)
    {
        var exit = await Exit(run, program, cancel).ConfigureAwait(false);
        await run.InFlight.Drain().ConfigureAwait(false);
        if (!exit.Succeeded && exit.Error is { } error && !run.Progress.Cancelled)
        {
            run.Progress.Error("", error);
        }
        else if (!exit.Succeeded)
        {
            run.Progress.FailUnlessReported("the program failed and did not say why");
        }

        run.Outputs.Finish();

        // A program that failed has not registered all that is wanted: nothing may be taken for unwanted.
        if (exit.Succeeded && !run.Progress.Stopping && (options.ContinueOnError || !run.Progress.HasFailed))
        {
            await run.Deletion.Run(Unwanted(run)).ConfigureAwait(false);
        }
    }

    private static async Task<ProgramExit> Exit(DeploymentRun run, IProgram program, CancellationToken cancel)
    {
        try
        {
            return await program.Run(run.Context, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new ProgramExit(false, null);
        }
    }

    private ImmutableArray<ResourceState> Unwanted(DeploymentRun run)
    {
        var rest = run.Journal.Rest;
        var wanted = rest.Where(state => (!state.Delete && run.Claims.IsClaimed(state.Urn)) || run.Progress.IsMissing(state.Urn))
            .ToArray();
        var kept = DependencyGraph.KeptBy(wanted, rest);
        return [.. rest.Where(
            state => !wanted.Any(other => ReferenceEquals(other, state)) && !kept.Contains(state.Urn) && IsTargeted(state))];
    }

    private bool IsTargeted(ResourceState state) => options.Targets.IsEmpty || options.Targets.Contains(state.Urn);

    private static async Task Guarded(DeploymentRun run, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (StepRefusedException error)
        {
            foreach (var reason in error.Reasons)
            {
                run.Progress.Error("", reason);
            }
        }
    }
}
