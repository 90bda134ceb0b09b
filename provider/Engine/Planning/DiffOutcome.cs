using System.Collections.Immutable;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;

namespace EdgeInfra.Engine.Planning;

/// <summary>What a provider, or the engine in its place, found to differ.</summary>
internal sealed record DiffOutcome
{
    public static DiffOutcome None { get; } = new();

    public bool HasChanges { get; init; }

    /// <summary>Top-level names or paths that force a replacement.</summary>
    public ImmutableArray<string> ReplaceKeys { get; init; } = [];

    public ImmutableArray<string> Diffs { get; init; } = [];

    public ImmutableSortedDictionary<string, PropertyChange> Detailed { get; init; } =
        ImmutableSortedDictionary<string, PropertyChange>.Empty;

    /// <summary>Outputs that are sure not to change.</summary>
    public ImmutableArray<string> Stables { get; init; } = [];

    public bool DeleteBeforeReplace { get; init; }

    public bool Replaces => !ReplaceKeys.IsEmpty;

    /// <summary>What the engine finds by itself where no provider answers.</summary>
    public static DiffOutcome Structural(PropertyMap olds, PropertyMap news) =>
        FromDetails(StructuralDiff.Between(olds, news));

    /// <summary>A provider's answer; where it answers "unknown" or says no more than "some", inputs are compared.</summary>
    public static DiffOutcome From(DiffResponse answer, PropertyMap oldInputs, PropertyMap newInputs)
    {
        var details = answer.HasDetailedDiff
            ? answer.DetailedDiff.ToImmutableSortedDictionary(
                entry => entry.Key, entry => new PropertyChange(entry.Value.Kind, entry.Value.InputDiff), StringComparer.Ordinal)
            : StructuralDiff.Between(oldInputs, newInputs);
        var found = FromDetails(details);
        var replaces = found.ReplaceKeys.Union(answer.Replaces).ToImmutableArray();
        var changes = answer.Changes switch
        {
            DiffResponse.Types.DiffChanges.DiffNone => false,
            DiffResponse.Types.DiffChanges.DiffSome => true,
            _ => !details.IsEmpty,
        };
        var some = changes || !replaces.IsEmpty;
        return found with
        {
            HasChanges = some,
            ReplaceKeys = replaces,
            Diffs = !some ? [] : answer.Diffs.Count > 0 ? [.. answer.Diffs] : found.Diffs,
            Detailed = some ? details : None.Detailed,
            Stables = [.. answer.Stables],
            DeleteBeforeReplace = answer.DeleteBeforeReplace,
        };
    }

    /// <summary>With one more reason to replace.</summary>
    public DiffOutcome Replacing(string key) => this with
    {
        HasChanges = true,
        ReplaceKeys = ReplaceKeys.Contains(key) ? ReplaceKeys : ReplaceKeys.Add(key),
        Diffs = Diffs.Contains(key) ? Diffs : Diffs.Add(key),
    };

    /// <summary>The option <c>replaceOnChanges</c>: a difference within one of those paths forces a replacement.</summary>
    public DiffOutcome WithReplaceOnChanges(IEnumerable<string> paths)
    {
        var patterns = paths.Select(PropertyPath.Parse).ToArray();
        var outcome = this;
        foreach (var (path, change) in Detailed)
        {
            var place = PropertyPath.Lenient(path);
            if (patterns.Any(pattern => pattern.Contains(place)))
            {
                outcome = outcome.Replacing(place.Root) with
                {
                    Detailed = outcome.Detailed.SetItem(path, change with { Kind = Forcing(change.Kind) }),
                };
            }
        }

        // A provider without details names top-level properties only.
        return Diffs.Where(name => patterns.Any(pattern => pattern.Contains(PropertyPath.Lenient(name))))
            .Aggregate(outcome, (current, name) => current.Replacing(name));
    }

    private static DiffOutcome FromDetails(ImmutableSortedDictionary<string, PropertyChange> details) => new()
    {
        HasChanges = !details.IsEmpty,
        Detailed = details,
        Diffs = [.. details.Keys.Select(Root).Distinct()],
        ReplaceKeys = [.. details.Where(entry => IsForcing(entry.Value.Kind)).Select(entry => Root(entry.Key)).Distinct()],
    };

    private static string Root(string path) => PropertyPath.Lenient(path).Root;

    private static bool IsForcing(PropertyDiff.Types.Kind kind) => kind == Forcing(kind);

    private static PropertyDiff.Types.Kind Forcing(PropertyDiff.Types.Kind kind) => kind switch
    {
        PropertyDiff.Types.Kind.Add => PropertyDiff.Types.Kind.AddReplace,
        PropertyDiff.Types.Kind.Delete => PropertyDiff.Types.Kind.DeleteReplace,
        PropertyDiff.Types.Kind.Update => PropertyDiff.Types.Kind.UpdateReplace,
        _ => kind,
    };
}
