using System.Collections.Immutable;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Execution;

/// <summary>How far a deployment has come: reports events in order, counts steps, and remembers what failed.</summary>
/// <param name="goOn">A failure does not end the deployment, only what depends on it.</param>
internal sealed class Progress(Action<EngineEvent> report, bool goOn)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<Operation, int> _changes = [];
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _skipped = new(StringComparer.Ordinal);
    private volatile bool _hasFailed;
    private volatile bool _stopping;

    public bool HasFailed => _hasFailed;

    /// <summary>Nothing new may begin.</summary>
    public bool Stopping => _stopping;

    public bool Cancelled { get; private set; }

    public ImmutableSortedDictionary<Operation, int> Changes
    {
        get
        {
            lock (_gate)
            {
                return _changes.ToImmutableSortedDictionary();
            }
        }
    }

    public void Report(EngineEvent happened)
    {
        lock (_gate)
        {
            report(happened);
        }
    }

    public void Begin(StepReport step) => Report(new EngineEvent.StepBegan(step));

    public void End(StepReport step)
    {
        lock (_gate)
        {
            if (step.Logical)
            {
                _changes[step.Operation] = _changes.GetValueOrDefault(step.Operation) + 1;
            }

            report(new EngineEvent.StepEnded(step));
        }
    }

    /// <summary>A resource has taken the place of another: the step that counts, beside its two halves.</summary>
    public void Replaced(ResourceState old, ResourceState reached, DiffOutcome diff)
    {
        var step = Steps.Of(Operation.Replace, old, reached, diff);
        Begin(step);
        End(step);
    }

    /// <summary>Ends a step that failed, with an error for each reason.</summary>
    public StepFailedException Fail(StepReport step, IEnumerable<string> reasons)
    {
        Report(new EngineEvent.StepFailed(step));
        return Fail(step.Urn, reasons);
    }

    public StepFailedException Fail(string urn, IEnumerable<string> reasons)
    {
        lock (_gate)
        {
            _failed.Add(urn);
            foreach (var reason in reasons)
            {
                report(new EngineEvent.Diagnostic(urn, Severity.Error, reason));
            }
        }

        _hasFailed = true;
        _stopping |= !goOn;
        return new StepFailedException(urn);
    }

    /// <summary>An error that belongs to no step; the deployment fails, what runs goes on.</summary>
    public void Error(string urn, string message)
    {
        _hasFailed = true;
        Report(new EngineEvent.Diagnostic(urn, Severity.Error, message));
    }

    public void Warn(string urn, string message) => Report(new EngineEvent.Diagnostic(urn, Severity.Warning, message));

    /// <summary>Fails the deployment with that message, unless an error has been reported that says why.</summary>
    public void FailUnlessReported(string message)
    {
        if (!_hasFailed)
        {
            Error("", message);
        }
    }

    public void Stop() => _stopping = true;

    public void Cancel()
    {
        Cancelled = true;
        _hasFailed = true;
        _stopping = true;
    }

    public void Skip(IEnumerable<string> urns)
    {
        lock (_gate)
        {
            _skipped.UnionWith(urns);
        }
    }

    /// <summary>Whether that resource failed or was left out because of another that did.</summary>
    public bool IsMissing(string urn)
    {
        lock (_gate)
        {
            return _failed.Contains(urn) || _skipped.Contains(urn);
        }
    }
}
