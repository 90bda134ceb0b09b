using System.Collections.Immutable;
using EdgeInfra.Engine.Execution;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Display;

/// <summary>What has happened in a run so far, put in order for reports. Safe for concurrent use.</summary>
/// <param name="clean">Takes secrets out of texts.</param>
internal sealed class RunRecord(Func<string, string> clean)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<(StepReport Step, StepProgress Progress)>> _steps = [];
    private readonly List<EngineEvent.Diagnostic> _diagnostics = [];
    private readonly Dictionary<string, PropertyMap> _outputs = [];
    private EngineEvent.Summary? _summary;

    /// <summary>The event as it may be shown.</summary>
    public EngineEvent Add(EngineEvent happened)
    {
        lock (_gate)
        {
            switch (happened)
            {
                case EngineEvent.StepBegan began:
                    Add(began.Step, StepProgress.Running);
                    break;
                case EngineEvent.StepEnded ended:
                    Add(ended.Step, StepProgress.Done);
                    break;
                case EngineEvent.StepFailed failed:
                    Add(failed.Step, StepProgress.Failed);
                    break;
                case EngineEvent.Outputs outputs:
                    _outputs[outputs.Urn] = outputs.Values;
                    break;
                case EngineEvent.Diagnostic diagnostic:
                    happened = diagnostic with { Message = clean(diagnostic.Message) };
                    _diagnostics.Add((EngineEvent.Diagnostic)happened);
                    break;
                case EngineEvent.Summary summary:
                    _summary = summary;
                    break;
            }

            return happened;
        }
    }

    public EngineEvent.Summary? Summary
    {
        get
        {
            lock (_gate)
            {
                return _summary;
            }
        }
    }

    /// <summary>
    /// Warnings and errors, by resource, those of the deployment last; the same text about the same thing once.
    /// </summary>
    public ImmutableArray<EngineEvent.Diagnostic> Problems
    {
        get
        {
            var order = Resources.Select((resource, i) => (resource.Urn, i)).ToDictionary();
            lock (_gate)
            {
                return [.. _diagnostics.Where(diagnostic => diagnostic.Severity >= Severity.Warning && !diagnostic.Ephemeral).Distinct()
                    .OrderBy(diagnostic => diagnostic.Urn.Length == 0)
                    .ThenBy(diagnostic => order.GetValueOrDefault(diagnostic.Urn, int.MaxValue))
                    .ThenBy(diagnostic => diagnostic.Urn, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>
    /// Every resource once, children after their parents, siblings by type and name: the same order in every run.
    /// </summary>
    public ImmutableArray<ResourceReport> Resources
    {
        get
        {
            lock (_gate)
            {
                return ResourceTree.InOrder([.. _steps.Values.Select(Merge).OfType<ResourceReport>()]);
            }
        }
    }

    public PropertyMap? StackOutputs
    {
        get
        {
            lock (_gate)
            {
                return _outputs.FirstOrDefault(outputs => ResourceName.Of(outputs.Key).IsStack).Value;
            }
        }
    }

    /// <summary>What the stack's outputs were before the run.</summary>
    public PropertyMap OldStackOutputs =>
        Resources.FirstOrDefault(resource => resource.Name.IsStack)?.Step.Old?.Outputs ?? PropertyMap.Empty;

    private void Add(StepReport step, StepProgress progress)
    {
        if (!_steps.TryGetValue(step.Urn, out var steps))
        {
            _steps[step.Urn] = steps = [];
        }

        // What is read back turns out to be the same, changed or gone.
        var readBack = progress is StepProgress.Done
            && steps.RemoveAll(entry => entry is { Step.Operation: Operation.Refresh, Progress: StepProgress.Running }) > 0;
        if (readBack && step.Operation is Operation.Update)
        {
            step = step with { Operation = Operation.Refresh };
        }

        var known = steps.FindIndex(entry => entry.Step.Operation == step.Operation);
        if (known >= 0)
        {
            steps[known] = (step, progress);
        }
        else
        {
            steps.Add((step, progress));
        }
    }

    private static ResourceReport? Merge(List<(StepReport Step, StepProgress Progress)> steps)
    {
        if (!steps.Any(entry => entry.Step.Logical))
        {
            return null;
        }

        var logical = steps.Where(entry => entry.Step.Logical).ToArray();
        var shown = logical.LastOrDefault(entry => entry.Step.Operation is not Operation.Same, logical[0]);
        var progress = steps.Any(entry => entry.Progress is StepProgress.Failed) ? StepProgress.Failed
            : steps.Any(entry => entry.Progress is StepProgress.Running) ? StepProgress.Running
            : StepProgress.Done;
        if (shown.Step.Operation is not Operation.Replace)
        {
            return new ResourceReport(shown.Step, progress);
        }

        // Either half of a replacement may be the one that knows what differs.
        var old = steps.Select(entry => entry.Step.Old).FirstOrDefault(state => state is not null);
        var telling = steps.Select(entry => entry.Step).FirstOrDefault(step => !step.DetailedDiff.IsEmpty) ?? shown.Step;
        return new ResourceReport(
            shown.Step with
            {
                Old = shown.Step.Old ?? old,
                New = steps.Select(entry => entry.Step).FirstOrDefault(step => step.Operation is Operation.CreateReplacement)?.New
                    ?? shown.Step.New,
                DetailedDiff = telling.DetailedDiff,
                ReplaceKeys = telling.ReplaceKeys,
                Diffs = telling.Diffs,
            },
            progress);
    }
}
