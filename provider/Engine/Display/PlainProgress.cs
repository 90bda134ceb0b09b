using EdgeInfra.Engine.Execution;
using EdgeInfra.Engine.Planning;

namespace EdgeInfra.Engine.Display;

/// <summary>Progress as lines that are never taken back: for logs and pipes. That something failed is one line; why is in the report.</summary>
/// <param name="quietSteps">Previews: what would be done is in the report.</param>
internal sealed class PlainProgress(Screen screen, bool quietSteps) : IProgressView
{
    private readonly HashSet<string> _failed = []; // events come one at a time
    private volatile bool _spoke;

    public void Show(EngineEvent happened)
    {
        switch (happened)
        {
            case EngineEvent.StepBegan { Step: { Operation: not Operation.Refresh } step } when Visible(step):
                Write(new ReportLine($"{step.Operation.Symbol()} {ResourceName.Of(step.Urn)}: {step.Operation.Doing()}"));
                break;
            case EngineEvent.StepEnded { Step: var step } when Visible(step):
                Write(new ReportLine($"{step.Operation.Symbol()} {ResourceName.Of(step.Urn)}: {step.Operation.Done()}", step.Operation.Tone()));
                break;
            case EngineEvent.StepFailed { Step: var step } when Visible(step):
                _failed.Add(step.Urn);
                Write(new ReportLine($"{step.Operation.Symbol()} {ResourceName.Of(step.Urn)}: {step.Operation.Doing()} failed", Tone.Error));
                break;
            case EngineEvent.Diagnostic { Severity: Severity.Error, Urn: { Length: > 0 } urn } when !quietSteps && _failed.Add(urn):
                Write(new ReportLine($"! {ResourceName.Of(urn)}: failed", Tone.Error)); // before any step, such as a check
                break;
            case EngineEvent.Diagnostic { Ephemeral: false, Severity: Severity.Info } said:
                Say(said);
                break;
        }
    }

    public ValueTask DisposeAsync()
    {
        if (_spoke)
        {
            screen.Write(ReportLine.Blank);
        }

        return ValueTask.CompletedTask;
    }

    private void Write(ReportLine line)
    {
        _spoke = true;
        screen.Write(line);
    }

    // The whole of a replacement is seen by its halves.
    private bool Visible(StepReport step) => !quietSteps && step.Operation is not (Operation.Same or Operation.Read or Operation.Replace)
        && (step.Logical || step.Operation.IsReplacement()) && !ResourceName.Of(step.Urn).IsStack;

    private void Say(EngineEvent.Diagnostic said)
    {
        var about = said.Urn.Length > 0 ? ResourceName.Of(said.Urn) + ": " : "";
        foreach (var line in said.Message.TrimEnd().Split('\n'))
        {
            Write(new ReportLine(about + line));
        }
    }
}
