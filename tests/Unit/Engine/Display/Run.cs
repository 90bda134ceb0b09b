using System.Collections.Immutable;
using EdgeInfra.Engine.Display;
using EdgeInfra.Engine.Execution;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;

namespace Unit.Engine.Display;

/// <summary>A run written down by hand, as reports see it.</summary>
internal sealed class Run
{
    private const string Prefix = "urn:pulumi:dev::shop::";
    private readonly Dictionary<Operation, int> _counts = [];
    private readonly HashSet<string> _begun = [];

    public const string Stack = Prefix + "pulumi:pulumi:Stack::shop-dev";

    public RunRecord Record { get; } = new(new Scrubber(["hunter2"]).Clean);

    public static string Urn(string type, string name) => $"{Prefix}edge:index:{type}::{name}";

    public static ResourceState State(string urn, PropertyMap inputs, PropertyMap? outputs = null) => new()
    {
        Urn = urn, Type = ResourceName.Of(urn).Type, Custom = urn != Stack, Id = urn == Stack ? "" : "id", Inputs = inputs,
        Outputs = outputs ?? inputs, Parent = urn == Stack ? "" : Stack,
        Provider = urn == Stack ? "" : Prefix + "pulumi:providers:edge::default::1",
    };

    public Run Step(Operation operation, ResourceState? old, ResourceState? value, params (string Path, PropertyDiff.Types.Kind Kind)[] detailed)
    {
        var step = new StepReport
        {
            Operation = operation, Urn = (value ?? old)!.Urn, Type = (value ?? old)!.Type, Old = old, New = value,
            DetailedDiff = detailed.ToImmutableSortedDictionary(
                entry => entry.Path, entry => new PropertyChange(entry.Kind, true)),
            Diffs = [.. detailed.Select(entry => PropertyPath.Lenient(entry.Path).Root).Distinct()],
            Logical = operation is not (Operation.CreateReplacement or Operation.DeleteReplaced),
        };
        if (!_begun.Contains(step.Urn))
        {
            Record.Add(new EngineEvent.StepBegan(step));
        }

        Record.Add(new EngineEvent.StepEnded(step));
        if (step.Logical)
        {
            _counts[operation] = _counts.GetValueOrDefault(operation) + 1;
        }

        return this;
    }

    /// <summary>A step that may end as another operation.</summary>
    public Run Begin(Operation operation, ResourceState state)
    {
        _begun.Add(state.Urn);
        Record.Add(new EngineEvent.StepBegan(
            new StepReport { Operation = operation, Urn = state.Urn, Type = state.Type, Old = state, New = state }));
        return this;
    }

    public Run Create(string urn, params (string, PropertyValue)[] inputs) =>
        Step(Operation.Create, null, State(urn, PropertyMap.Of(inputs)));

    public Run Update(string urn, PropertyMap old, PropertyMap value, params (string Path, PropertyDiff.Types.Kind Kind)[] detailed) =>
        Step(Operation.Update, State(urn, old), State(urn, value), detailed);

    public Run Say(string urn, Severity severity, string message)
    {
        Record.Add(new EngineEvent.Diagnostic(urn, severity, message));
        return this;
    }

    public Run Outputs(params (string, PropertyValue)[] outputs)
    {
        Record.Add(new EngineEvent.Outputs(Stack, PropertyMap.Of(outputs)));
        return this;
    }

    public RunRecord End()
    {
        Record.Add(new EngineEvent.Summary(true, _counts.ToImmutableSortedDictionary(), TimeSpan.FromSeconds(2)));
        return Record;
    }

    public static string Text(IEnumerable<ReportLine> lines) => string.Join('\n', lines.Select(line => line.Text));
}
