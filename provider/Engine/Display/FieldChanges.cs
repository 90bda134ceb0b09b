using System.Collections.Immutable;
using System.Globalization;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Display;

/// <summary>What differs about a resource in one step, as a reviewer wants to read it: by name, and only what differs.</summary>
internal static class FieldChanges
{
    public static ImmutableArray<FieldChange> Of(StepReport step)
    {
        if (step.Old is null || step.New is null)
        {
            return [.. Sorted(step.New is null ? [] : ValueDiff.Maps("", PropertyMap.Empty, step.New.Inputs).Where(Visible))];
        }

        var inputs = Sorted(step.DetailedDiff.IsEmpty
            ? Structural(step)
            : step.DetailedDiff.SelectMany(entry => Detailed(step, entry.Key, entry.Value)));
        return [.. inputs, .. Sorted(Outputs(step, [.. inputs]))];
    }

    private static IEnumerable<FieldChange> Structural(StepReport step)
    {
        var refreshed = step.Operation is Operation.Refresh;
        var changes = refreshed
            ? ValueDiff.Maps("", step.Old!.Outputs, step.New!.Outputs)
            : ValueDiff.Maps("", step.Old!.Inputs, step.New!.Inputs);
        return changes.Select(change => change with
        {
            Replaces = step.ReplaceKeys.Contains(FieldLabel.Root(change.Label)),
        });
    }

    private static IEnumerable<FieldChange> Detailed(StepReport step, string path, PropertyChange how)
    {
        var segments = PropertyPath.Lenient(path).Segments;
        var removed = how.Kind is PropertyDiff.Types.Kind.Delete or PropertyDiff.Types.Kind.DeleteReplace;
        var added = how.Kind is PropertyDiff.Types.Kind.Add or PropertyDiff.Types.Kind.AddReplace;
        var replaces = how.Kind is PropertyDiff.Types.Kind.AddReplace or PropertyDiff.Types.Kind.DeleteReplace or PropertyDiff.Types.Kind.UpdateReplace;
        var (oldMap, newMap) = step.Operation is Operation.Refresh
            ? (step.Old!.Outputs, step.New!.Outputs)
            : (how.FromInputs ? step.Old!.Inputs : Rooted(step.Old!.Outputs, step.Old.Inputs, segments), step.New!.Inputs);
        var (label, old, value) = Lookup(oldMap, newMap, segments, removed);
        var (from, to) = (added ? null : old, removed ? null : value);
        var parts = ValueDiff.Of(label, from, to).ToArray();

        // A provider may know of a difference that cannot be seen.
        return (parts.Length > 0 ? parts : [new FieldChange(label, from, to)]).Select(change => change with { Replaces = replaces });
    }

    private static PropertyMap Rooted(PropertyMap first, PropertyMap second, ImmutableArray<string> segments) =>
        first.ContainsKey(segments.FirstOrDefault("")) ? first : second;

    /// <summary>Both sides of a path. Indices are of the new value, of a removed item of the old one; names lead to the other side.</summary>
    private static (string Label, V? Old, V? New) Lookup(PropertyMap oldMap, PropertyMap newMap, ImmutableArray<string> segments, bool removed)
    {
        var (label, old, value) = ("", (V?)oldMap, (V?)newMap);
        foreach (var segment in segments)
        {
            var inList = (removed ? old : value ?? old)?.Bare() is V.List;
            (label, old, value) = !inList ? (PropertyPath.Join(label, segment), Member(old, segment), Member(value, segment))
                : int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? Item(label, old, value, index, removed)
                : (FieldLabel.Item(label, segment), Member(old, segment), Member(value, segment));
        }

        return (label, old, value);
    }

    private static (string Label, V? Old, V? New) Item(string label, V? old, V? value, int index, bool removed)
    {
        var (leading, other) = removed ? (At(old, index), value) : (At(value, index) ?? At(old, index), old);
        var found = FieldLabel.NameOf(leading) is { } name ? Member(other, name) : At(other, index);
        var itemLabel = FieldLabel.Item(label, index, leading);
        return removed ? (itemLabel, leading, found) : (itemLabel, found, At(value, index));
    }

    private static V? At(V? value, int index) => value is V.Secret secret ? Hidden(At(secret.Inner, index))
        : value?.Bare() is V.List list && index < list.Items.Length ? list.Items[index]
        : null;

    // A list's member is the item of that name.
    private static V? Member(V? value, string name) => value switch
    {
        V.Secret secret => Hidden(Member(secret.Inner, name)),
        V.Unknown => value,
        _ => value?.Bare() switch
        {
            V.Map map when map.Items.TryGetValue(name, out var found) => found,
            V.List list => list.Items.FirstOrDefault(item => FieldLabel.NameOf(item) == name),
            _ => null,
        },
    };

    private static V? Hidden(V? value) => value is null or V.Secret ? value : new V.Secret(value);

    // Only what is known to differ, and only what the changed inputs have not said already.
    private static IEnumerable<FieldChange> Outputs(StepReport step, ImmutableArray<FieldChange> inputs)
    {
        if (step.Operation is not (Operation.Update or Operation.Replace or Operation.CreateReplacement))
        {
            return [];
        }

        var said = inputs.Select(input => (FieldLabel.Last(input.Label), input.Old, input.New)).ToHashSet();
        return ValueDiff.Maps("", step.Old!.Outputs, step.New!.Outputs)
            .Where(output => output.New is not null && !output.New.HasUnknown())
            .Where(output => !said.Contains((FieldLabel.Last(output.Label), output.Old, output.New)))
            .Where(output => !inputs.Any(input => output.Label == input.Label))
            .Where(output => !step.New.Inputs.ContainsKey(FieldLabel.Root(output.Label)))
            .Select(output => output with { IsOutput = true });
    }

    // Nothing is learned from fields that are empty in something new.
    private static bool Visible(FieldChange change) => change.New is not (null or V.Null or V.Text { Value: "" } or V.List { Items.Length: 0 });

    private static IEnumerable<FieldChange> Sorted(IEnumerable<FieldChange> changes) =>
        changes.OrderBy(change => change.Label, StringComparer.Ordinal).ToArray();
}
