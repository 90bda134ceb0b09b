using System.Collections.Immutable;
using EdgeInfra.Protocol.Rpc;

namespace EdgeInfra.Plugin.Diffs;

/// <summary>Everything that changes about a resource. Empty means there is nothing to do.</summary>
internal sealed record Difference(ImmutableArray<PathChange> Changes)
{
    /// <summary>Outputs that stay what they are, whatever else changes: dependents need not wait for them.</summary>
    public ImmutableArray<string> Stables { get; init; } = [];

    public bool DeleteBeforeReplace { get; init; }

    public DiffResponse ToMessage()
    {
        var answer = new DiffResponse
        {
            Changes = Changes.IsEmpty ? DiffResponse.Types.DiffChanges.DiffNone : DiffResponse.Types.DiffChanges.DiffSome,
            HasDetailedDiff = true,
            DeleteBeforeReplace = DeleteBeforeReplace,
            Stables = { Stables.Except(Changes.Select(change => change.Property)) },
            Diffs = { Changes.Select(change => change.Property).Distinct() },
            Replaces = { Changes.Where(change => change.Replaces).Select(change => change.Property).Distinct() },
        };
        foreach (var change in Changes)
        {
            answer.DetailedDiff[change.Path] = new PropertyDiff { Kind = KindOf(change), InputDiff = !change.OfOutput };
        }

        return answer;
    }

    private static PropertyDiff.Types.Kind KindOf(PathChange change) => (change.Kind, change.Replaces) switch
    {
        (ChangeKind.Add, false) => PropertyDiff.Types.Kind.Add,
        (ChangeKind.Add, true) => PropertyDiff.Types.Kind.AddReplace,
        (ChangeKind.Delete, false) => PropertyDiff.Types.Kind.Delete,
        (ChangeKind.Delete, true) => PropertyDiff.Types.Kind.DeleteReplace,
        (_, false) => PropertyDiff.Types.Kind.Update,
        _ => PropertyDiff.Types.Kind.UpdateReplace,
    };
}
