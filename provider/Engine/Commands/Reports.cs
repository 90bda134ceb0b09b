using EdgeInfra.Engine.Display;
using EdgeInfra.Engine.Execution;

namespace EdgeInfra.Engine.Commands;

/// <summary>What is shown at the end of a run.</summary>
internal static class Reports
{
    /// <summary>What would be done.</summary>
    public static void Preview(Screen screen, RunRecord run, bool full) => screen.WriteSections(
        full ? FullDiff.Of(run) : ChangeReport.Of(run),
        OutcomeReport.Outputs(run, onlyChanged: true),
        OutcomeReport.Counts(run.Summary!, planned: true), // a session sees to it that there is one, here and below
        OutcomeReport.Duration(run.Summary!),
        OutcomeReport.Problems(run));

    /// <summary>What was done.</summary>
    /// <param name="changes">With every change; left out where a preview has shown them.</param>
    /// <param name="outputs">Whether the stack still has outputs.</param>
    public static void Outcome(Screen screen, RunRecord run, bool changes, bool full, bool outputs) => screen.WriteSections(
        !changes ? [] : full ? FullDiff.Of(run) : ChangeReport.Of(run),
        outputs ? OutcomeReport.Outputs(run, onlyChanged: false) : [],
        OutcomeReport.Counts(run.Summary!, planned: false),
        OutcomeReport.Duration(run.Summary!),
        OutcomeReport.Problems(run));

    public static void Failure(Screen screen, DeploymentResult result, string what, bool dryRun, CancellationToken cancel)
    {
        if (!result.Succeeded)
        {
            var ended = cancel.IsCancellationRequested ? "was cancelled" : "failed";
            screen.Note($"{what} {ended}. {(dryRun ? "Nothing was changed." : "What was done before is saved.")}");
        }
    }
}
