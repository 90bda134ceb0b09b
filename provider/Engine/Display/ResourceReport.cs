using System.Collections.Immutable;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Display;

/// <summary>One resource in one run, as it is shown: the halves of a replacement are one thing to a reader.</summary>
internal sealed record ResourceReport(StepReport Step, StepProgress Progress)
{
    public Operation Operation => Step.Operation;

    public string Urn => Step.Urn;

    public ResourceName Name => ResourceName.Of(Step.Urn);

    public ResourceState? State => Step.New ?? Step.Old;

    public string Parent => State?.Parent ?? "";

    public bool Changes => Operation is not (Operation.Same or Operation.Read);

    public ImmutableArray<FieldChange> Fields => FieldChanges.Of(Step);
}
