using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Execution;

/// <summary>Steps as they are reported.</summary>
internal static class Steps
{
    public static StepReport Of(Operation operation, ResourceState? old, ResourceState? planned, DiffOutcome? diff = null)
    {
        var subject = planned ?? old ?? throw new ArgumentNullException(nameof(planned));
        return new StepReport
        {
            Operation = operation,
            Urn = subject.Urn,
            Type = subject.Type,
            Old = old,
            New = planned,
            ReplaceKeys = diff?.ReplaceKeys ?? [],
            Diffs = diff?.Diffs ?? [],
            DetailedDiff = diff?.Detailed ?? DiffOutcome.None.Detailed,
            Logical = !IsHalf(operation) && !Urn.IsDefaultProvider(subject.Urn),
        };
    }

    // The replacement as a whole counts, not the creation and the deletion that it consists of.
    private static bool IsHalf(Operation operation) => operation is Operation.CreateReplacement or Operation.DeleteReplaced
        or Operation.ReadReplacement or Operation.DiscardReplaced or Operation.ImportReplacement or Operation.RemovePendingReplace;
}
